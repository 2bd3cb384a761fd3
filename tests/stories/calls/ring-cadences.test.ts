import { describe, expect, test } from 'vitest';
import { findCall, replayPhone } from '../../../calls/fold-phone.ts';
import { RING_CADENCES } from '../../../contract/pack/ring-cadence.ts';
import { isLate, ringAt, ringsBeforeAnswer } from '../../../rules/ring/ring-timer.ts';
import { callStory } from '../../helpers/call-story.ts';

const LIMIT = 3;
/** End of the third ring after the first 180, ms, reckoned by hand from each country's cadence. */
const THIRD_RING_ENDS = { CN: 15_000, US: 18_000, UK: 9_000, JP: 9_000 } as const;

for (const country of ['CN', 'US', 'UK', 'JP'] as const) {
  const cadence = RING_CADENCES[country];
  const answeredAfter = (ms: number) => {
    const story = callStory({ cadence: country }).callerRings('+8613900000001').waitsMs(ms).agentAnswers();
    const call = findCall(replayPhone(story.journal()), story.call);
    if (call?.state !== 'established') throw new Error('not answered');
    return {
      rings: ringsBeforeAnswer(call.startedAt, call.answeredAt, cadence),
      late: isLate(call.startedAt, call.answeredAt, cadence, LIMIT),
    };
  };

  describe(`rings in ${country}`, () => {
    test('an answer within the third ring is in time, one millisecond after it is late', () => {
      expect(answeredAfter(0)).toEqual({ rings: 1, late: false });
      expect(answeredAfter(THIRD_RING_ENDS[country] - 1)).toEqual({ rings: 3, late: false });
      expect(answeredAfter(THIRD_RING_ENDS[country])).toEqual({ rings: 4, late: true });
    });

    test('the third ring is urgent, the fourth late', () => {
      const story = callStory({ cadence: country }).callerRings('+8613900000001');
      const start = story.now;
      expect(ringAt(start, story.rings(1).now, cadence, LIMIT)).toMatchObject({ ring: 2, urgency: 'calm' });
      expect(ringAt(start, story.rings(1).now, cadence, LIMIT)).toMatchObject({ ring: 3, urgency: 'urgent' });
      expect(ringAt(start, story.rings(1).now, cadence, LIMIT)).toMatchObject({ ring: 4, urgency: 'late' });
    });
  });
}

test('the first ring counts from the first 180, not from an answer that came too late to matter', () => {
  const story = callStory().callerRings('+8613900000001').rings(4).callerGivesUp();
  const call = findCall(replayPhone(story.journal()), story.call);
  expect(call).toMatchObject({ state: 'ended', answeredAt: null, end: { how: 'given-up' } });
});
