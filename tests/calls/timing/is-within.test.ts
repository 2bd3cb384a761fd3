import { expect, test } from 'vitest';
import { isWithin } from '../../../calls/timing/is-within.ts';

test.each([
  ['at once', 1_000, true],
  ['just before the end', 1_999, true],
  ['at the end', 2_000, false],
  ['later', 9_000, false],
  ['before: the clock was set back', 999, false],
])('%s', (_, now, within) => {
  expect(isWithin(1_000, 1_000, now)).toBe(within);
});

test('what never was is not within', () => {
  expect(isWithin(1_000, Number.NEGATIVE_INFINITY, 5)).toBe(false);
});
