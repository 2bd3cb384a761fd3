import { expect, test } from 'vitest';
import {
  activeCall,
  findCall,
  foldPhone,
  isPhoneFact,
  QUIET_PHONE,
  replayPhone,
} from '../../../calls/fold-phone.ts';
import { type CallStory, callStory } from '../../helpers/call-story.ts';

const firstTalks = () =>
  callStory().onCall('first').callerRings('+8613900000001').rings(1).agentAnswers().speaks(10);
const secondRings = () => firstTalks().onCall('second').callerRings('+8613900000002').rings(1);

function verdicts(story: CallStory): string[] {
  let phone = QUIET_PHONE;
  const all: string[] = [];
  for (const { event } of story.journal()) {
    if (!isPhoneFact(event)) continue;
    const result = foldPhone(phone, event);
    all.push(result.verdict);
    if (result.verdict === 'applied') phone = result.phone;
  }
  return all;
}

test('a second caller rings while the first talks; the floor stays where it is', () => {
  const phone = replayPhone(secondRings().journal());
  expect(phone.calls.map(({ state }) => state)).toEqual(['established', 'ringing']);
  expect(activeCall(phone)?.id).toBe('first');
});

test('the first is put on hold, then the second is answered', () => {
  const story = secondRings().onCall('first').agentHolds().onCall('second').agentAnswers();
  expect(verdicts(story)).not.toContain('impossible');
  expect(activeCall(replayPhone(story.journal()))?.id).toBe('second');
});

test('the second ends; the first comes back', () => {
  const story = secondRings().onCall('first').agentHolds().onCall('second').agentAnswers().callerHangsUp();
  const phone = replayPhone(story.onCall('first').agentResumes().journal());
  expect(activeCall(phone)?.id).toBe('first');
  expect(findCall(phone, 'second')?.state).toBe('ended');
});

test('answering the second without holding the first is impossible and changes nothing', () => {
  const phone = replayPhone(secondRings().agentAnswers().journal());
  expect(findCall(phone, 'second')?.state).toBe('ringing');
  expect(activeCall(phone)?.id).toBe('first');
});

test('the same call told by two windows is one call, answered once, and not taken away by the other window', () => {
  const story = callStory()
    .callerRings('+8613900000001')
    .callerRings('+8613900000001')
    .rings(1)
    .agentAnswers()
    .agentAnswers()
    .answeredElsewhere();
  const phone = replayPhone(story.journal());
  expect(phone.calls).toHaveLength(1);
  expect(phone.calls[0]?.state).toBe('established');
});
