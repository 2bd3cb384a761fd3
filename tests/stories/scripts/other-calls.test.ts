import { describe, expect, test } from 'vitest';
import type { Situation } from '../../../contract/pack/situation.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import { needsWrapUp } from '../../../rules/call/needs-wrap-up.ts';
import { NO_RULES } from '../../../rules/call/rules-state.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING, type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const offers = (story: ScriptStory) => story.view().suggestions.map(({ situation }) => situation);
const script = (story: ScriptStory) => story.view().run?.situation.id ?? null;
const talk = () => scriptStory().inConversation();
/** The agent speaks for so long, then pauses. */
const says = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');
/** The caller speaks for so long, then pauses. */
const callerSays = (story: ScriptStory, seconds: number) => story.speaks(seconds).lineFallsSilent(0);
function until(story: ScriptStory, step: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    if (story.view().run?.step.id === step) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${step} never came up`);
}

/** What a script asks to be done after one of its steps. */
function followingAction(steps: Situation['steps'], id: string): StepAction | null {
  const next = steps[steps.findIndex((step) => step.id === id) + 1];
  return next?.kind === 'do' ? next.action : null;
}

describe('a caller who says goodbye three times and stays on', () => {
  test('each goodbye counts, and each time caller-stays-on comes, in which the agent may end the call', () => {
    const story = callerSays(talk().dismisses('ask-name'), 1);
    for (let time = 0; time < 3; time += 1) {
      says(story.picks('goodbye'), 5);
      expect(story.view().phase).toBe('after-goodbye');
      expect(offers(story.waits(6))).toContain('caller-stays-on');
      callerSays(story, 2);
      expect(offers(story)).not.toContain('caller-stays-on');
    }
    says(story.picks('goodbye'), 5).waits(6).takesSuggestion('caller-stays-on');
  });

  test('every sentence of the pack that says goodbye counts as one', () => {
    const missed = pack.situations.flatMap(({ id, steps }) =>
      steps
        .filter((step) => step.kind === 'say' && /再见/.test(step.text['zh-CN'] ?? ''))
        .filter((step) => step.kind === 'say' && step.isGoodbye !== true && step.wait === undefined)
        // The agent, who may, ends the call at once.
        .filter((step) => followingAction(steps, step.id) !== 'hang-up')
        .map((step) => `${id}/${step.id}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('a dialect and a bad line', () => {
  test('noise while a relative is fetched waits as a chip; the silence brings nothing', () => {
    const story = until(talk().picks('dialect-unclear'), 'understood').chooses('no');
    until(story, 'listen').lineFallsSilent(30);
    expect(offers(story)).not.toContain('silent-caller');
    expect(offers(story.noiseBegins(9))).toContain('noisy-line');
    expect(script(story)).toBe('dialect-unclear');
  });
});

describe('an abusive caller', () => {
  test('who falls silent is not asked the name, and nobody is hung up on', () => {
    const story = talk().dismisses('ask-name').picks('abuse').stepDone().lineFallsSilent(15);
    expect(offers(story)).not.toContain('ask-name');
    expect(story.view().guard.guarded).toBe(true);
  });

  test('is not asked the name before it was asked either', () => {
    const story = callerSays(talk().picks('abuse'), 5).stepDone();
    expect(offers(callerSays(story, 3))).not.toContain('ask-name');
  });
});

describe('a harasser with an open promise who is a VIP', () => {
  test('is warned of at the ring, greeted, and has the script', () => {
    const story = scriptStory()
      .callerRings('+8613900000066')
      .numberIs(['vip', 'harassment'], ['call-back'])
      .untilRing(2);
    expect(offers(story)).toContain('harassment');
    story.agentAnswers().waits(1);
    expect(script(story)).toBe('greeting');
  });
});

describe('a transfer', () => {
  const passing = () => until(talk().picks('complaint-intake'), 'way');
  test('that failed leaves what was promised', () => {
    expect(passing().agentTransfersTo('8100').transferFails(486).leaves()).toHaveLength(1);
  });
  test('that failed and then succeeded leaves nothing', () => {
    const story = passing().agentTransfersTo('8100').transferFails(486).agentTransfersTo('8101');
    expect(story.ends({ how: 'transferred', target: '8101' }).leaves()).toEqual([]);
  });
  test('with a question first leaves nothing either', () => {
    const story = passing().agentTransfersTo('8100', 'attended');
    expect(story.ends({ how: 'transferred', target: '8100' }).leaves()).toEqual([]);
  });
});

describe('a promise before the caller hangs up', () => {
  test('in the middle of the sentence counts from when it came up', () => {
    const story = until(talk().names('王', 'ms').picks('cannot-answer-query'), 'promise-call-back');
    expect(story.waits(2).callerHangsUp().leaves()).toHaveLength(1);
  });
  test('before the sentence came up is none', () => {
    const story = talk().names('王', 'ms').picks('cannot-answer-query');
    expect(story.waits(2).callerHangsUp().leaves()).toEqual([]);
  });
});

describe('silence', () => {
  test('after a hold brings the silent caller; before the thank-you is said nothing does', () => {
    const story = talk().dismisses('ask-name').presses('hold').presses('hold').waits(20);
    story.agentResumes().lineFallsSilent(0);
    expect(offers(story.waits(3))).not.toContain('silent-caller');
    expect(offers(says(story, 3).waits(9))).toContain('silent-caller');
  });

  test('where waiting was agreed brings nothing: taking notes, looking up, fetching', () => {
    for (const [situation, step] of [
      ['query-look-up', 'look-up'],
      ['dialect-unclear', 'listen'],
    ] as const) {
      const story = talk().dismisses('ask-name').picks(situation);
      if (situation === 'dialect-unclear') until(story, 'understood').chooses('no');
      until(story, step).lineFallsSilent(40);
      expect(offers(story)).not.toContain('silent-caller');
    }
  });
});

describe('a festival', () => {
  const onNewYear = Date.parse('2027-02-06T10:00:00+08:00');
  const goodbye = (story: ScriptStory) => story.picks('goodbye').view().run?.text ?? '';

  test('is wished at the goodbye, which still invites', () => {
    const text = goodbye(scriptStory({ startsAt: onNewYear }).inConversation());
    expect(text).toMatch(/随时再打给我们.*新春快乐.*再见/);
  });
  test('is not wished after a complaint, however it was met', () => {
    const talk = () => scriptStory({ startsAt: onNewYear }).inConversation();
    for (const story of [
      talk().choosesFamily('complaint'),
      talk().picks('complaint-intake').closesScript(),
      talk().picks('staff-error').closesScript(),
      talk().picks('attitude-complaint').closesScript(),
      talk().picks('abuse').closesScript(),
    ]) {
      const text = goodbye(story);
      expect(text).not.toContain('快乐');
      expect(text).toContain('随时再打给我们');
    }
  });
});

describe('the hour of the day', () => {
  const greeted = (time: string) =>
    scriptStory({ startsAt: Date.parse(`2026-11-30T${time}:00+08:00`) })
      .callerRings('+8613900000001')
      .waits(2)
      .agentAnswers()
      .view().run?.text ?? '';
  test.each([
    ['08:59', '早上好'],
    ['09:00', '上午好'],
    ['11:58', '上午好'],
    ['14:00', '下午好'],
    ['18:00', '晚上好'],
    ['23:58', '晚上好'],
  ])('at %s it is %s, and always 您好', (time, word) => {
    expect(greeted(time)).toContain(word);
    expect(greeted(time)).toContain('您好');
  });
  test.each(['00:01', '02:00', '04:30'])('at %s nobody says 晚上好', (time) => {
    expect(greeted(time)).toMatch(/^(?!.*(?:早上|上午|下午|晚上)好).*您好/);
  });
});

describe('a silent call', () => {
  const isWrappedUp = (story: ScriptStory) => {
    let state = NO_RULES;
    for (const entry of story.keptJournal()) state = foldRules(state, entry, pack, BEIJING);
    const facts = state.calls.at(-1)?.facts;
    return facts !== undefined && needsWrapUp(facts, pack);
  };
  const silent = (named: (story: ScriptStory) => ScriptStory) => {
    const story = named(scriptStory().callerRings('+8613900000001').waits(2).agentAnswers());
    says(story, 5).lineFallsSilent(8).takesSuggestion('silent-caller');
    for (let step = 0; step < 3; step += 1) story.stepDone().waits(6);
    return story.agentMayHangUp();
  };
  const name = { type: 'caller-named', surname: '王', title: 'ms' } as const;

  test('of a customer whom the records know leaves nothing to write either', () => {
    expect(isWrappedUp(silent((story) => story))).toBe(false);
    expect(isWrappedUp(silent((story) => story.record('host', name)))).toBe(false);
  });
  test('whose caller said a name has a note to finish', () => {
    expect(isWrappedUp(silent((story) => story.agentDid(name)))).toBe(true);
  });
});
