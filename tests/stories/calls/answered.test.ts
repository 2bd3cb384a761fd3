import { describe, expect, test } from 'vitest';
import { findCall, replayPhone } from '../../../calls/fold-phone.ts';
import { callStory } from '../../helpers/call-story.ts';

describe('a call that is answered', () => {
  for (const ring of [1, 3, 4]) {
    test(`on ring ${ring} is established, with both times from its events`, () => {
      const story = callStory().callerRings('+86 139 0000 0001').untilRing(ring).agentAnswers();
      const call = findCall(replayPhone(story.journal()), story.call);
      expect(call).toMatchObject({ state: 'established', direction: 'inbound', queuedMs: null });
      expect(call?.state === 'established' && call.answeredAt - call.startedAt).toBe((ring - 0.5) * 5000);
    });
  }

  test('by auto-answer never loses who answered', () => {
    const story = callStory().callerRings('+86 139 0000 0001', { queuedMs: 42_000 });
    const ringing = findCall(replayPhone(story.journal()), story.call);
    expect(ringing).toMatchObject({ state: 'ringing', queuedMs: 42_000 });
    const journal = story.agentAnswers('auto').journal();
    expect(journal.map((entry) => entry.event.type)).toEqual(['ringing', 'answering', 'answered']);
    expect(journal[1]?.event).toMatchObject({ by: 'auto' });
  });
});
