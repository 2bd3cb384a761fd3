import { expect, test } from 'vitest';
import { isActive } from '../../../calls/call.ts';
import { findCall, replayPhone } from '../../../calls/fold-phone.ts';
import { type CallStory, callStory } from '../../helpers/call-story.ts';

const talking = () => callStory().callerRings('+8613900000001').rings(1).agentAnswers().speaks(10);

function now(story: CallStory) {
  const call = findCall(replayPhone(story.journal()), story.call);
  if (call?.state !== 'established') throw new Error(`${call?.state}`);
  return call;
}

test('on hold the call has no floor, and the time of the hold is kept', () => {
  const story = talking().agentHolds();
  const heldAt = story.now;
  const call = now(story.waits(40));
  expect(call.hold).toEqual({ local: heldAt, remote: null });
  expect(isActive(call)).toBe(false);
});

test('taken back, it has the floor again', () => {
  const call = now(talking().agentHolds().waits(40).agentResumes());
  expect(call.hold.local).toBeNull();
  expect(isActive(call)).toBe(true);
});

test('both sides hold on their own: one coming back does not bring the other back', () => {
  const call = now(talking().agentHolds().callerHolds().agentResumes());
  expect(call.hold.local).toBeNull();
  expect(call.hold.remote).not.toBeNull();
});

test('a mute outlasts a hold', () => {
  const story = talking().agentMutes();
  const mutedAt = story.now;
  expect(now(story.agentHolds().waits(5).agentResumes()).mutedSince).toBe(mutedAt);
  expect(now(story.agentUnmutes()).mutedSince).toBeNull();
});

test('held twice is held once, from the first time', () => {
  const story = talking().agentHolds();
  const heldAt = story.now;
  expect(now(story.waits(3).agentHolds()).hold.local).toBe(heldAt);
});
