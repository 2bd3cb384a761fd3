import { describe, expect, test } from 'vitest';
import { pack } from '../../../scripts/pack.yaml';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const offers = (story: ScriptStory) => story.view().suggestions.map(({ situation }) => situation);
const script = (story: ScriptStory) => story.view().run?.situation.id ?? null;
const step = (story: ScriptStory) => story.view().run?.step.id ?? null;
const talk = () => scriptStory().inConversation().names('王', 'ms');
const agentSays = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');
const callerSays = (story: ScriptStory, seconds: number) => story.speaks(seconds).lineFallsSilent(0);
function until(story: ScriptStory, wanted: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    if (step(story) === wanted) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${wanted} never came up`);
}
test('every sentence that promises to pass on or to call leaves something', () => {
  const promising = /(马上|会|稍后|把).*(转达|转交|催办|给您回电|上报|汇报|打给您)/;
  const forgotten = pack.situations.flatMap(({ id, steps, followUp }) =>
    steps
      .filter((one) => one.kind === 'say' && promising.test(one.text['zh-CN'] ?? ''))
      .filter(() => followUp === undefined)
      .map((one) => `${id}/${one.id}`),
  );
  expect(forgotten).toEqual([]);
});
describe('the line drops', () => {
  test.each(pack.situations.map(({ id }) => id))('in %s: what is left is what a hang-up leaves', (id) => {
    for (let presses = 0; presses < 6; presses += 1) {
      const at = () => {
        const story = talk().picks(id);
        for (let n = 0; n < presses && story.view().run?.options.length === 0; n += 1) {
          if (story.view().run?.wait?.state === 'running') story.waits(5);
          else story.waits(1).stepDone();
        }
        return story.waits(2);
      };
      expect(at().lineLost().leaves()).toEqual(at().callerHangsUp().leaves());
    }
  });
});
test('a caller who hangs up in the greeting leaves nothing', () => {
  const greeting = scriptStory().callerRings('+8613900000001').waits(2).agentAnswers().lineFallsSilent(0);
  expect(greeting.speaks(1, 'agent').callerHangsUp().leaves()).toEqual([]);
});
describe('three calls', () => {
  test('each keeps its own script and its own promise', () => {
    const story = until(talk().picks('cannot-answer-query'), 'promise-call-back')
      .waits(2)
      .stepDone()
      .agentHolds();
    story.onCall('call-2').callerRings('+8613900000002').waits(2).agentAnswers().waits(3).stepDone();
    until(story.names('李', 'mr').picks('staff-error'), 'accepted').chooses('no').waits(2).agentHolds();
    story.onCall('call-3').callerRings('+8613900000003').waits(2).agentAnswers().waits(3).stepDone();
    expect(story.picks('goodbye').view().run?.text).not.toMatch(/王|李/);
    expect(story.waits(2).callerHangsUp().leaves()).toEqual([]);
    story.onCall('call-2').waits(1).agentResumes();
    expect(story.view().run?.text).toContain('李先生');
    expect(story.callerHangsUp().leaves()).toMatchObject([{ kind: 'service' }]);
    story.onCall('call-1').agentResumes();
    expect(story.view().run?.text).toContain('王女士');
    expect(story.callerHangsUp().leaves()).toMatchObject([{ kind: 'query' }]);
  });
});
describe('abuse', () => {
  test('that asks for the supervisor and then calms down', () => {
    const story = until(talk().picks('abuse'), 'calmer').chooses('no');
    callerSays(agentSays(story, 5), 4);
    expect(step(story)).toBe('call-supervisor');
    story.goesBack().goesBack();
    expect(step(story)).toBe('calmer');
    expect(script(story.chooses('yes'))).toBe('complaint-intake');
    until(story, 'way').chooses('later');
    expect(script(story)).toBe('cannot-answer-complaint');
  });
});
describe('withheld', () => {
  test('a promise to a caller without a number asks for it', () => {
    const story = scriptStory().inConversation('').names('王', 'ms').picks('cannot-answer-query');
    story.thePanelShows({ says: ['联系电话是多少'] });
  });
});
describe('the caller says goodbye first', () => {
  test('and stays: the agent’s goodbye counts once', () => {
    const story = callerSays(talk(), 5);
    callerSays(story, 1);
    agentSays(story.picks('goodbye'), 6);
    callerSays(story, 1);
    expect(story.view().phase).toBe('after-goodbye');
    expect(offers(story.waits(6))).toEqual(['caller-stays-on']);
  });
});
describe('distress', () => {
  test('a caller who cries: not asked the name, the line silent is not hung up', () => {
    const story = agentSays(scriptStory().inConversation().picks('distress-call'), 5).lineFallsSilent(20);
    expect(offers(story)).not.toContain('ask-name');
    expect(story.view().guard.guarded).toBe(true);
  });
});
describe('a second query', () => {
  test('after 还有: the first promise stays, a second of the kind is not doubled', () => {
    const story = until(talk().picks('cannot-answer-query'), 'promise-call-back').waits(2).stepDone();
    until(story.picks('anything-else'), 'more').chooses('yes');
    callerSays(story, 10);
    expect(
      script(until(story.picks('query-look-up'), 'urged').chooses('found').waits(2).stepDone()),
    ).toBeNull();
    expect(story.callerHangsUp().leaves()).toHaveLength(1);
  });
});
