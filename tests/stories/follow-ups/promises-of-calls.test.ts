import { describe, expect, test } from 'vitest';
import { pack } from '../../../scripts/pack.yaml';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const at = (local: string) => Date.parse(`${local}:00+08:00`);

const leftBy = (story: ScriptStory) => story.leaves();
const talk = (startsAt?: number) => scriptStory(startsAt === undefined ? {} : { startsAt }).inConversation();
/** Presses on until the step is on screen. */
function until(story: ScriptStory, step: string): ScriptStory {
  for (let presses = 0; presses < 20; presses += 1) {
    const { run } = story.view();
    if (run?.step.id === step) return story;
    story.waits(1).stepDone();
  }
  throw new Error(`${step} never came up`);
}

describe('nothing is left', () => {
  test.each(pack.situations.filter(({ followUp }) => followUp !== undefined).map(({ id }) => id))(
    '%s was opened by mistake',
    (id) => {
      expect(leftBy(talk().picks(id).waits(2).closesScript().callerHangsUp())).toEqual([]);
      expect(leftBy(talk().picks(id).waits(2).picks('goodbye').callerHangsUp())).toEqual([]);
      expect(leftBy(talk().picks(id).waits(2).callerHangsUp())).toEqual([]);
    },
  );

  test('by a transfer, which goes through', () => {
    const story = until(talk().picks('transfer-department'), 'choice').chooses('transfer').stepDone();
    expect(leftBy(story.agentTransfersTo('8100').ends({ how: 'transferred', target: '8100' }))).toEqual([]);
  });

  test('where the caller calls later', () => {
    expect(leftBy(until(talk().picks('system-down'), 'choice').chooses('later').stepDone())).toEqual([]);
  });

  test('by a mistake that the caller accepts, an explanation that satisfies, a complaint settled at once', () => {
    expect(leftBy(until(talk().picks('staff-error'), 'accepted').chooses('yes').stepDone())).toEqual([]);
    expect(leftBy(until(talk().picks('unfounded'), 'settled').chooses('yes').stepDone())).toEqual([]);
    expect(leftBy(until(talk().picks('complaint-intake'), 'way').chooses('now').stepDone())).toEqual([]);
  });

  test('by an answer that is corrected', () => {
    const story = until(talk().picks('staff-error'), 'accepted').chooses('no').goesBack().chooses('yes');
    expect(leftBy(story)).toEqual([]);
  });

  test('by a promise that was skipped', () => {
    const story = until(talk().picks('cannot-answer-query'), 'promise-call-back').skips().closesScript();
    expect(leftBy(story)).toEqual([]);
  });

  test('by a complaint that is transferred to somebody who takes it', () => {
    const story = until(talk().picks('complaint-intake'), 'way');
    expect(leftBy(story)).toHaveLength(1);
    expect(leftBy(story.agentTransfersTo('8100').ends({ how: 'transferred', target: '8100' }))).toEqual([]);
  });
});

describe('something is left', () => {
  test('by the sentence that promises it, from the moment when it was said', () => {
    const story = until(talk().picks('cannot-answer-query'), 'promise-call-back').waits(3);
    const saidAt = story.now;
    story.stepDone().waits(20).callerHangsUp();
    expect(leftBy(story)).toEqual([{ what: 'work-order', kind: 'query', due: 'supervisor', saidAt }]);
  });

  test('also if the call ends while the sentence is on screen, or another script follows', () => {
    const said = () => until(talk().picks('cannot-answer-query'), 'promise-call-back').waits(3);
    expect(leftBy(said().callerHangsUp())).toHaveLength(1);
    expect(leftBy(said().picks('goodbye').callerHangsUp())).toHaveLength(1);
  });

  test('by a second sentence of the same script, but not by a repetition', () => {
    const story = until(talk().picks('cannot-answer-query'), 'promise-call-back').stepDone();
    const [first] = leftBy(story);
    until(story.waits(30).picks('cannot-answer-query'), 'promise-call-back').waits(3).stepDone();
    expect(leftBy(story)).toEqual([first]);
  });

  test.each([
    ['transfer-department', 'choice', 'pass-on', 'request'],
    ['staff-error', 'accepted', 'no', 'service'],
    ['unfounded', 'settled', 'no', 'unfounded'],
    ['private-call', 'urgent', 'no', 'message'],
  ])('by %s: %s %s', (id, step, option, kind) => {
    const story = until(talk().picks(id), step).chooses(option).waits(2).callerHangsUp();
    expect(leftBy(story)).toMatchObject([{ what: 'work-order', kind }]);
  });

  test('by a call-back of somebody who is not satisfied, or does not accept the answer', () => {
    const called = (id: string) => scriptStory().agentDials('+86 139 0000 0009').remoteAnswers().picks(id);
    const callBack = () =>
      until(until(called('call-back'), 'person').chooses('yes'), 'convenient')
        .chooses('yes')
        .stepDone();
    expect(leftBy(callBack().chooses('yes'))).toEqual([]);
    expect(leftBy(callBack().chooses('no'))).toMatchObject([{ what: 'work-order', kind: 'follow-up' }]);
    const answer = () =>
      until(called('return-answer'), 'identity').chooses('yes').chooses('settled').stepDone();
    expect(leftBy(answer().chooses('yes'))).toEqual([]);
    expect(leftBy(answer().chooses('no'))).toMatchObject([{ what: 'work-order', kind: 'follow-up' }]);
  });

  test('by the answer of the agent: simple or complex', () => {
    const kind = (option: string) =>
      leftBy(until(talk().picks('cannot-answer-complaint'), 'kind').chooses(option).waits(2).callerHangsUp());
    expect(kind('simple')).toMatchObject([{ due: 'simple' }]);
    expect(kind('complex')).toMatchObject([{ due: 'complex' }]);
  });
});

describe('promises respect the hours of who must keep them', () => {
  const night = at('2026-11-24T03:00');

  test('at three in the night nobody promises ten minutes: the next shift answers', () => {
    const story = until(talk(night).picks('cannot-answer-query'), 'promise-call-back');
    story.thePanelShows({ says: ['6小时内'], saysNot: ['10分钟'] }).stepDone();
    expect(leftBy(story)).toMatchObject([{ kind: 'query', due: 'next-shift' }]);
  });

  test('by day they are said as they are', () => {
    until(talk().picks('cannot-answer-query'), 'promise-call-back').thePanelShows({ says: ['10分钟内'] });
  });

  test('on a Saturday the supervisor is on duty', () => {
    const story = until(talk(at('2026-11-28T10:00')).picks('cannot-answer-query'), 'promise-call-back');
    story.thePanelShows({ says: ['10分钟内'] });
  });

  test('a complaint at night gets a day, but not two hours', () => {
    const story = until(talk(night).picks('cannot-answer-complaint'), 'kind').chooses('simple');
    story.thePanelShows({ saysNot: ['2小时'] });
    expect(leftBy(story.stepDone())).toMatchObject([{ due: 'next-shift' }]);
    const complex = until(talk(night).picks('cannot-answer-complaint'), 'kind').chooses('complex');
    complex.thePanelShows({ says: ['24小时'] });
  });
});
