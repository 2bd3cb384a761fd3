import { expect, test } from 'vitest';
import { Backoff } from '../../../calls/timing/backoff.ts';

const LIMITS = { leastMs: 100, firstMs: 1_000, longestMs: 30_000 };

function delays(count: number, random: number): number[] {
  const backoff = new Backoff(LIMITS, () => random);
  return Array.from({ length: count }, () => backoff.next());
}

test('the longest delay doubles from attempt to attempt, up to its limit', () => {
  expect(delays(7, 1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(delays(2_000, 1).at(-1)).toBe(30_000);
});

test('a delay is spread evenly from the shortest to the longest', () => {
  expect(delays(5, 0).at(-1)).toBe(100);
  expect(delays(5, 0.5).at(-1)).toBe(8_050);
});

test('after a reset the first delay comes again', () => {
  const backoff = new Backoff(LIMITS, () => 1);
  expect([backoff.next(), backoff.next(), backoff.isWaiting]).toEqual([1_000, 2_000, true]);
  backoff.reset();
  expect([backoff.isWaiting, backoff.next()]).toEqual([false, 1_000]);
});
