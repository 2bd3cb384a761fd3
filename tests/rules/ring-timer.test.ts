import { describe, expect, test } from 'vitest';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { isLate, ringAt, ringsBeforeAnswer } from '../../rules/ring/ring-timer.ts';

const CN = RING_CADENCES.CN;
const at = (ms: number, cadence = CN) => ringAt(1000, 1000 + ms, cadence, 3);

describe('the ring now sounding, Chinese cadence', () => {
  test.each([
    [0, 1, 'on', 15_000, 'calm', 1000],
    [999, 1, 'on', 14_001, 'calm', 1000],
    [1000, 1, 'off', 14_000, 'calm', 5000],
    [4999, 1, 'off', 10_001, 'calm', 5000],
    [5000, 2, 'on', 10_000, 'calm', 6000],
    [9999, 2, 'off', 5001, 'calm', 10_000],
    [10_000, 3, 'on', 5000, 'urgent', 11_000],
    [14_999, 3, 'off', 1, 'urgent', 15_000],
    [15_000, 4, 'on', 0, 'late', 16_000],
    [61_500, 13, 'off', 0, 'late', 65_000],
  ] as const)('%i ms after the first ring: ring %i, %s', (ms, ring, phase, left, urgency, nextMs) => {
    expect(at(ms)).toEqual({
      ring,
      phase,
      intoRingMs: ms % 5000,
      msToLimitEnd: left,
      urgency,
      nextChangeAt: 1000 + nextMs,
    });
  });

  test('a clock that jumped back shows the first ring', () => {
    expect(at(-300)).toMatchObject({ ring: 1, phase: 'on', msToLimitEnd: 15_000, urgency: 'calm' });
  });
});

test('a double ring (UK: 0.4 on, 0.2 off, 0.4 on, 2 off) is one ring', () => {
  const uk = (ms: number) => at(ms, RING_CADENCES.UK);
  expect(uk(399)).toMatchObject({ ring: 1, phase: 'on', nextChangeAt: 1400 });
  expect(uk(400)).toMatchObject({ ring: 1, phase: 'off', nextChangeAt: 1600 });
  expect(uk(600)).toMatchObject({ ring: 1, phase: 'on', nextChangeAt: 2000 });
  expect(uk(1000)).toMatchObject({ ring: 1, phase: 'off', nextChangeAt: 4000 });
  expect(uk(3000)).toMatchObject({ ring: 2, phase: 'on', msToLimitEnd: 6000 });
  expect(uk(9000)).toMatchObject({ ring: 4, urgency: 'late' });
});

test.each([
  ['CN', 15_000],
  ['US', 18_000],
  ['UK', 9000],
  ['JP', 9000],
  ['FR', 15_000],
  ['DE', 15_000],
] as const)('%s: late from %i ms on, to the millisecond', (country, limit) => {
  const cadence = RING_CADENCES[country];
  expect(isLate(7, 7 + limit - 1, cadence, 3)).toBe(false);
  expect(isLate(7, 7 + limit, cadence, 3)).toBe(true);
  expect(ringsBeforeAnswer(7, 7 + limit - 1, cadence)).toBe(3);
  expect(ringsBeforeAnswer(7, 7 + limit, cadence)).toBe(4);
});

test('an answer at once was on ring 1', () => {
  expect(ringsBeforeAnswer(0, 0, CN)).toBe(1);
  expect(ringsBeforeAnswer(0, 4999, CN)).toBe(1);
  expect(ringsBeforeAnswer(0, 5000, CN)).toBe(2);
});
