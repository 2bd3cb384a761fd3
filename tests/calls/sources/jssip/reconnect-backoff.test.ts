import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconnectDelay } from '../../../../calls/sources/jssip/reconnect-backoff.ts';

test('the wait grows from under a second to half a minute and stays there', () => {
  expect([0, 1, 2, 5, 9, 1_000].map((attempt) => reconnectDelay(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 30_000, 30_000, 30_000,
  ]);
});

test('clients of one server are spread over the whole wait, not bunched at its end', () => {
  expect(reconnectDelay(4, 0)).toBe(100);
  expect(reconnectDelay(4, 0.5)).toBe(8_050);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const delay = reconnectDelay(attempt, random);
      return delay >= 100 && delay <= 30_000;
    }),
  );
});
