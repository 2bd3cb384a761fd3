import { describe, expect, test } from 'vitest';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const offers = (story: ScriptStory) => story.view().suggestions.map(({ situation }) => situation);
const shown = (story: ScriptStory) => {
  const { run } = story.view();
  return run === null ? null : `${run.situation.id}/${run.step.id}`;
};
const talk = () => scriptStory().inConversation().names('王', 'ms');
const agentSays = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');
const callerSays = (story: ScriptStory, seconds: number) => story.speaks(seconds).lineFallsSilent(0);
function until(story: ScriptStory, wanted: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    if (story.view().run?.step.id === wanted) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${wanted} never came up`);
}
/** A complaint is being taken: the sentence on screen restates it. */
const complaint = () => until(talk().picks('complaint-intake'), 'restate');
const goesOn = (story: ScriptStory) => expect(shown(story)).toBe('complaint-intake/restate');

describe('what comes between leads back to where the talk was', () => {
  test.each([
    ...['too-fast', 'please-repeat', 'take-note', 'caller-thanks', 'caller-apologises', 'ask-forgiveness'],
    ...['caller-cannot-hear', 'dialect-understood', 'agent-slow', 'agent-identity', 'ask-name'],
  ])('%s, said to its end', (id) => {
    const story = complaint().picks(id).waits(1);
    for (let presses = 0; presses < 8 && story.view().run?.situation.id === id; presses += 1) {
      const [option] = story.view().run?.options ?? [];
      if (option === undefined) story.stepDone();
      else story.chooses(option.id);
    }
    goesOn(story);
  });

  test('a caller who fell silent and speaks again, twice in one call', () => {
    const story = complaint();
    for (let time = 0; time < 2; time += 1) {
      agentSays(story.lineFallsSilent(0), 1).waits(13).takesSuggestion('silent-caller');
      callerSays(agentSays(story, 4).waits(2), 3);
      goesOn(story);
    }
  });

  test('a noise that ends, returns and ends again', () => {
    const story = complaint();
    for (let time = 0; time < 2; time += 1) {
      story.noiseBegins(9).takesSuggestion('noisy-line').waits(1).stepDone().waits(2).noiseEnds();
      goesOn(story);
      story.waits(20);
    }
  });

  test('a faint voice: from the handset to another phone, and the voice turns clear', () => {
    const story = complaint().voiceTurnsQuiet(9).picks('handsfree-unclear');
    until(story, 'clear').chooses('no');
    expect(story.view().run?.situation.id).toBe('quiet-caller');
    until(story, 'clear').chooses('yes').waits(2).stepDone();
    goesOn(story);
  });

  test('a dialect that turns to Mandarin', () => {
    const story = until(complaint().picks('dialect-unclear'), 'understood').chooses('yes');
    goesOn(story.waits(2).stepDone());
    expect(story.callerHangsUp().leaves()).toHaveLength(1);
  });

  test('a courtesy after the goodbye leads back to the goodbye; a new look-up does not', () => {
    const story = agentSays(talk().picks('goodbye'), 6);
    expect(shown(story)).toBe('goodbye/caller-first');
    expect(shown(story.picks('caller-thanks').waits(2).stepDone())).toBe('goodbye/caller-first');
    const asked = until(agentSays(talk().picks('goodbye'), 6).picks('query-look-up'), 'urged');
    expect(shown(asked.chooses('found').waits(2).stepDone())).toBeNull();
    expect(asked.view().phase).toBe('talking');
  });

  test('a line that stays bad: the agent may hang up, also beside the script of before', () => {
    const story = complaint().noiseBegins(9).takesSuggestion('noisy-line').stepDone().waits(5);
    expect(story.view().guard.guarded).toBe(false);
    goesOn(story.stepDone());
    expect(story.view().guard.guarded).toBe(false);
    goesOn(story.noiseEnds());
    expect(story.view().guard.guarded).toBe(true);
  });
});

describe('a harasser who becomes a customer', () => {
  const turned = () => until(scriptStory().inConversation().picks('harassment'), 'goes-on').chooses('matter');

  test('is offered help, asked for the name, and not registered', () => {
    const story = callerSays(turned().waits(2).stepDone(), 4);
    expect(offers(story)).toContain('ask-name');
    expect(story.callerHangsUp().leaves()).toEqual([]);
  });
  test('and has a complaint: the complaint alone is left', () => {
    const story = until(turned().picks('complaint-intake'), 'way');
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'work-order' }]);
  });
  test('and harasses again: the number is registered', () => {
    const story = turned().waits(2).stepDone();
    until(story.waits(9).picks('harassment'), 'goes-on').chooses('stops');
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'warning' }]);
  });
});

describe('silence in mid-call', () => {
  test('while a transfer is under way nobody is silent; after it failed the time counts anew', () => {
    const story = talk().lineFallsSilent(2).agentTransfersTo('8100').waits(30);
    expect(offers(story)).not.toContain('silent-caller');
    expect(offers(story.transferFails(480).waits(5))).not.toContain('silent-caller');
    expect(offers(agentSays(story, 3).waits(6))).toContain('silent-caller');
  });
  test('a transfer with a question first: held, taken back, and nobody there', () => {
    const story = talk().lineFallsSilent(2).presses('hold').presses('hold');
    story.agentTransfersTo('8100', 'attended').waits(20);
    expect(offers(story)).not.toContain('silent-caller');
    story.transferFails(480).agentResumes();
    expect(offers(agentSays(story, 3).waits(7))).toContain('silent-caller');
  });
  test('while the agent writes the caller may be silent for longer, but not for ever', () => {
    const story = until(talk().picks('complaint-intake'), 'correct').lineFallsSilent(11);
    expect(offers(story)).not.toContain('silent-caller');
    expect(offers(story.waits(2))).toContain('silent-caller');
  });
});

describe('a call back that is offered in any script is a promise', () => {
  test('to a caller whose dialect nobody here speaks', () => {
    const story = until(talk().picks('dialect-unclear'), 'understood').chooses('no');
    until(until(story, 'helper').chooses('no'), 'colleague').chooses('no');
    expect(story.waits(2).callerHangsUp().leaves()).toMatchObject([{ what: 'call-back' }]);
  });
  test('but not where a colleague takes the call', () => {
    const story = until(talk().picks('dialect-unclear'), 'understood').chooses('no');
    until(until(story, 'helper').chooses('no'), 'colleague').chooses('yes');
    expect(story.waits(2).callerHangsUp().leaves()).toEqual([]);
  });
  test('to a caller who does not want to wait, also if the line drops at once; one, not two', () => {
    const refused = () => until(talk().presses('hold'), 'consent').chooses('declines').waits(2);
    expect(refused().lineLost().leaves()).toMatchObject([{ what: 'work-order', kind: 'query' }]);
    const story = until(refused(), 'promise-call-back').waits(3).stepDone();
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'work-order', kind: 'query' }]);
  });
  test('and not to one who agrees to wait', () => {
    const story = until(talk().presses('hold'), 'consent').chooses('agrees').agentHolds().waits(20);
    expect(story.agentResumes().waits(2).callerHangsUp().leaves()).toEqual([]);
  });
});
