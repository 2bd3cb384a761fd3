import { describe, expect, test } from 'vitest';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const offers = (story: ScriptStory) => story.view().suggestions.map(({ situation }) => situation);
const script = (story: ScriptStory) => story.view().run?.situation.id ?? null;
const step = (story: ScriptStory) => story.view().run?.step.id ?? null;
const talk = () => scriptStory().inConversation();
/** The agent, or the caller, speaks for so long, then pauses. */
const says = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');
const callerSays = (story: ScriptStory, seconds: number) => story.speaks(seconds).lineFallsSilent(0);
/** Presses on until the step is on screen. */
function until(story: ScriptStory, wanted: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    if (step(story) === wanted) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${wanted} never came up`);
}

describe('a promise, made in whatever script', () => {
  test.each([
    ['cannot-answer-query', 'promise-call-back', null],
    ['staff-error', 'accepted', 'no'],
    ['transfer-department', 'choice', 'pass-on'],
    ['private-call', 'urgent', 'no'],
    ['out-of-scope', 'complaint', 'yes'],
    ['system-down', 'choice', 'call-back'],
  ])('%s: the call ends at that moment, and it is left', (situation, wanted, option) => {
    const story = until(talk().names('王', 'ms').picks(situation), wanted);
    if (option !== null) story.chooses(option);
    expect(story.waits(2).callerHangsUp().leaves()).toHaveLength(1);
  });

  test('two in one call are two, each from its own moment', () => {
    const story = until(talk().names('王', 'ms').picks('cannot-answer-query'), 'promise-call-back');
    story.waits(2).stepDone();
    until(story.waits(20).picks('staff-error'), 'accepted').chooses('no');
    const left = story.waits(2).callerHangsUp().leaves();
    expect(left.map((one) => (one.what === 'work-order' ? one.kind : one.what)).sort()).toEqual([
      'query',
      'service',
    ]);
    const [first, second] = left.map((one) => ('saidAt' in one ? one.saidAt : 0));
    expect(first).not.toBe(second);
  });

  test('after a script opened by mistake, which leaves nothing, is still there', () => {
    const story = until(talk().names('王', 'ms').picks('cannot-answer-query'), 'promise-call-back');
    story.waits(2).stepDone().picks('staff-error').waits(1).closesScript();
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'work-order', kind: 'query' }]);
  });
});

describe('a transfer that fails after the caller agreed', () => {
  test('leaves the caller with the agent, and what was promised', () => {
    const story = until(talk().picks('transfer-department'), 'choice').chooses('transfer');
    story.agentTransfersTo('8100').waits(5).transferFails(480);
    expect(story.view().guard.guarded).toBe(true);
    expect(story.waits(2).callerHangsUp().leaves()).toEqual([]);
  });

  test('of a complaint leaves the complaint', () => {
    const story = until(talk().picks('complaint-intake'), 'way').agentTransfersTo('8100').transferFails(486);
    expect(story.agentTransfersTo('8200').transferFails(503).callerHangsUp().leaves()).toHaveLength(1);
  });
});

describe('a caller who does not want to wait', () => {
  test('is asked once more after each refusal, and never parked without a yes', () => {
    const story = talk().names('王', 'ms');
    for (let time = 0; time < 2; time += 1) {
      story.presses('hold');
      expect(script(story)).toBe('please-wait');
      until(story, 'consent').chooses('declines');
      expect(story.view().askBeforeWait.hold).toBe(true);
    }
  });
});

describe('harassment that goes on after it had stopped', () => {
  test('the formal close is on screen, and the answer can be corrected', () => {
    const story = until(talk().picks('harassment'), 'goes-on').chooses('stops');
    expect(step(story)).toBe('formal-close');
    callerSays(story, 6);
    expect(script(story)).toBe('harassment');
    story.goesBack();
    expect(step(story)).toBe('goes-on');
    story.chooses('supervisor');
    expect(step(story)).toBe('to-supervisor');
  });

  test('hearing the caller again takes nothing away: the agent may close, and the number is registered', () => {
    const story = until(talk().picks('harassment'), 'goes-on').chooses('stops');
    says(story, 5);
    callerSays(story, 4);
    expect(offers(story)).not.toContain('ask-name');
    until(story, 'hang-up').agentMayHangUp();
    expect(story.leaves()).toMatchObject([{ what: 'warning' }]);
  });
});

describe('a caller who says goodbye first', () => {
  test('and hangs up while the agent speaks: nothing is owed', () => {
    const story = callerSays(talk().dismisses('ask-name'), 3);
    story.picks('goodbye').waits(1).callerHangsUp();
    expect(story.leaves()).toEqual([]);
  });
});

describe('silence after a hold', () => {
  test('nobody is there any more: the silent caller’s script comes, twice if it must', () => {
    const story = talk().names('王', 'ms').presses('hold');
    until(story, 'consent').chooses('agrees').agentHolds().waits(30);
    story.agentResumes().lineFallsSilent(0);
    says(story, 4);
    expect(offers(story.waits(9))).toContain('silent-caller');
    story.takesSuggestion('silent-caller').waits(2);
    callerSays(story, 3);
    // Somebody is there; then nobody.
    expect(script(story)).not.toBe('silent-caller');
    expect(offers(story.waits(12))).toContain('silent-caller');
  });
});

describe('a second script opened by mistake after a first real one', () => {
  test('the first is found where it was', () => {
    const story = until(talk().names('王', 'ms').picks('complaint-intake'), 'restate').picks('system-down');
    story.waits(1).closesScript();
    expect([script(story), step(story)]).toEqual(['complaint-intake', 'restate']);
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'work-order', kind: 'quality' }]);
  });
});

describe('a script that is closed unused leads back', () => {
  test('also over two mistakes in a row, and from the greeting', () => {
    const story = until(talk().names('王', 'ms').picks('complaint-intake'), 'restate');
    story.picks('system-down').waits(1).picks('too-fast').waits(1).closesScript();
    expect([script(story), step(story)]).toEqual(['complaint-intake', 'restate']);
    const early = scriptStory()
      .callerRings('+8613900000001')
      .untilRing(2)
      .agentAnswers()
      .waits(1)
      .picks('goodbye');
    expect(script(early.closesScript())).toBe('greeting');
  });

  test('not one that was used: what it said counts, and the one before is over', () => {
    const story = until(talk().names('王', 'ms').picks('complaint-intake'), 'restate');
    story.picks('system-down').waits(1).stepDone().closesScript();
    expect(script(story)).toBeNull();
  });

  test('nor one that was finished', () => {
    const story = talk().picks('ask-forgiveness').waits(1).stepDone();
    expect(script(story)).toBeNull();
    expect(script(story.picks('system-down').waits(1).closesScript())).toBeNull();
  });
});
