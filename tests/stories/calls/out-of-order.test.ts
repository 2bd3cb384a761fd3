import { expect, test } from 'vitest';
import { findCall, replayPhone } from '../../../calls/fold-phone.ts';
import { callStory } from '../../helpers/call-story.ts';

test('news of a call that never began makes no call', () => {
  expect(replayPhone(callStory().agentAnswers().agentHolds().callerHangsUp().journal()).calls).toEqual([]);
});

test('an end that is overtaken by a late answer stays an end', () => {
  const story = callStory().callerRings('+8613900000001').callerGivesUp().agentAnswers();
  expect(findCall(replayPhone(story.journal()), story.call)).toMatchObject({
    state: 'ended',
    answeredAt: null,
    end: { how: 'given-up' },
  });
});

test('an answer whose "answering" was lost still counts', () => {
  const story = callStory().agentDials('8001').remoteAnswers();
  expect(findCall(replayPhone(story.journal()), story.call)?.state).toBe('established');
});

test('a ring after the answer does not make it ring again', () => {
  const story = callStory().callerRings('+8613900000001').agentAnswers().callerRings('+8613900000001');
  expect(findCall(replayPhone(story.journal()), story.call)?.state).toBe('established');
});

test('a hold before the answer is forgotten', () => {
  const story = callStory().callerRings('+8613900000001').agentHolds().agentAnswers();
  expect(findCall(replayPhone(story.journal()), story.call)).toMatchObject({ hold: { local: null } });
});
