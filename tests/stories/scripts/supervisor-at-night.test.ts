import { describe, expect, test } from 'vitest';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const NIGHT = Date.parse('2026-11-24T03:00:00+08:00');
const DAY = Date.parse('2026-11-24T10:00:00+08:00');
const talk = (startsAt: number) => scriptStory({ startsAt }).inConversation().names('王', 'ms');
/** Presses on until the step is on screen. */
function until(story: ScriptStory, wanted: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    if (story.view().run?.step.id === wanted) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${wanted} never came up`);
}

describe('a caller who wants the supervisor at three in the night', () => {
  const angry = (startsAt: number) => until(talk(startsAt).picks('abuse'), 'calmer').chooses('no');

  test('is not asked to hold the line for somebody who is not there', () => {
    angry(NIGHT).thePanelShows({ says: ['不在班', '6小时内', '回电'], saysNot: ['稍等', '10分钟'] });
    angry(DAY).thePanelShows({ says: ['主管来和您谈', '先别挂机'], saysNot: ['不在班'] });
  });

  test('gets the call of the next shift, and the order for it is left', () => {
    const story = angry(NIGHT).waits(3).stepDone().waits(5).callerHangsUp();
    expect(story.leaves()).toMatchObject([{ what: 'work-order', kind: 'service', due: 'next-shift' }]);
  });

  test('by day leaves nothing once the supervisor has the call, and an order if nobody took it', () => {
    const handedOn = angry(DAY).stepDone().agentTransfersTo('8001');
    expect(handedOn.ends({ how: 'transferred', target: '8001' }).leaves()).toEqual([]);
    const failed = angry(DAY).stepDone().agentTransfersTo('8001').transferFails(480).callerHangsUp();
    expect(failed.leaves()).toMatchObject([{ what: 'work-order', kind: 'service', due: 'supervisor' }]);
  });

  test('who calms down leaves the complaint alone', () => {
    const story = until(talk(NIGHT).picks('abuse'), 'calmer').chooses('yes');
    expect(until(story, 'way').callerHangsUp().leaves()).toMatchObject([{ kind: 'quality' }]);
  });
});

describe('no sentence promises the supervisor at once in the night', () => {
  test('after a mistake of a colleague', () => {
    const wrong = (startsAt: number) => until(talk(startsAt).picks('staff-error'), 'accepted').chooses('no');
    wrong(NIGHT).thePanelShows({ says: ['6小时内'], saysNot: ['马上', '10分钟'] });
    wrong(DAY).thePanelShows({ says: ['10分钟内'] });
  });

  test('after a complaint about a colleague’s manner', () => {
    const rude = (startsAt: number) => until(talk(startsAt).picks('attitude-complaint'), 'pass-up');
    rude(NIGHT).thePanelShows({ says: ['24小时内', '答复'], saysNot: ['马上'] });
    rude(DAY).thePanelShows({ says: ['24小时内', '答复'] });
  });
});
