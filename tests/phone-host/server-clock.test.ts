import { describe, expect, test } from 'vitest';
import { serverTimeOf } from '../../contract/api/server-time.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';

const NINE = Date.parse('2026-11-30T09:00:00+08:00');
const DAY = 86_400_000;

/** An answer `after` ms from nine o'clock, from a server that is `ahead` of the device. */
function answer(ahead: number, roundTrip: number, after = 0) {
  const sentAt = NINE + after;
  return { sentAt, answeredAt: sentAt + roundTrip, serverTime: sentAt + roundTrip / 2 + ahead };
}

function thrice<T>(reading: T): readonly T[] {
  return [reading, reading, reading];
}

function clockAfter(...readings: readonly ReturnType<typeof answer>[]): number | null {
  const clock = new ServerClock();
  for (const reading of readings) clock.measure(reading);
  return clock.offset;
}

describe('the distance to the server’s clock', () => {
  test('is not known before three answers, nor after the agent left the team', () => {
    const clock = new ServerClock();
    for (const known of [null, null, 5_000]) {
      clock.measure(answer(5_000, 40));
      expect(clock.offset).toBe(known);
    }
    clock.forget();
    expect(clock.offset).toBeNull();
  });

  test.each([90_000, -90_000, 0])('is %d ms, in the middle of the round trip', (ahead) => {
    expect(clockAfter(...thrice(answer(ahead, 40)))).toBe(ahead);
  });

  test('is 0 where the clocks agree within half of the round trip', () => {
    expect(clockAfter(...thrice(answer(20, 40)))).toBe(0);
    expect(clockAfter(...thrice(answer(21, 40)))).toBe(21);
  });

  test('is whole ms, as the envelope of events requires', () => {
    expect(clockAfter(...thrice(answer(30_000, 41)))).toSatisfy(Number.isSafeInteger);
    expect(clockAfter(...thrice(answer(30_000, 40)), answer(30_001, 40))).toSatisfy(Number.isSafeInteger);
  });

  test('is the median: one odd answer among three, or two among five, changes nothing', () => {
    expect(clockAfter(answer(DAY, 40), answer(30_010, 40), answer(30_000, 40))).toBe(30_010);
    const odd = [answer(DAY, 40), answer(-DAY, 40)];
    expect(clockAfter(...odd, ...thrice(answer(30_000, 40)))).toBe(30_000);
    expect(clockAfter(...thrice(answer(30_000, 40)), answer(DAY, 40), answer(DAY, 40))).toBe(30_000);
  });

  test('lies between the two in the middle of an even number', () => {
    const four = [30_000, 30_100, 30_200, 90_000].map((ahead) => answer(ahead, 40));
    expect(clockAfter(...four)).toBe(30_150);
  });

  test('follows a clock that was set, with the third answer after it', () => {
    const before = Array.from({ length: 9 }, () => answer(30_000, 40));
    expect(clockAfter(...before, answer(0, 400), answer(0, 400))).toBe(30_000);
    expect(clockAfter(...before, ...thrice(answer(0, 400)))).toBe(0);
    expect(clockAfter(...before, ...thrice(answer(DAY, 400, -DAY)))).toBe(DAY);
  });

  test('notifies when it is known and when it changes, and not in between', () => {
    const clock = new ServerClock();
    const seen: (number | null)[] = [];
    clock.subscribe(() => seen.push(clock.offset));
    for (const ahead of [5, 5, 5, 5, 5, 9, 9, 9]) clock.measure(answer(ahead * 1_000, 40));
    clock.forget();
    expect(seen).toEqual([5_000, 9_000, null]);
  });

  test.each([
    ['an answer that took two seconds', answer(30_000, 2_000)],
    ['an answer before its request', answer(30_000, -1)],
    ['a distance that no event may carry', answer(367 * DAY, 40)],
    ['a time that is none', { ...answer(0, 40), serverTime: Number.NaN }],
  ])('does not count %s', (_, reading) => {
    expect(clockAfter(...thrice(reading))).toBeNull();
    expect(clockAfter(answer(5_000, 1_999), answer(5_000, 40), reading)).toBeNull();
    expect(clockAfter(answer(5_000, 1_999), answer(5_000, 40), reading, answer(5_000, 40))).toBe(5_000);
  });
});

describe('the header with the server’s time', () => {
  test('is whole ms', () => {
    expect(serverTimeOf(String(NINE))).toBe(NINE);
  });

  test.each([null, '', ' ', '-1', '1.5', '1e12', '0x10', 'Infinity', 'Mon, 30 Nov 2026', '9'.repeat(16)])(
    'is ignored where it is %j',
    (header) => {
      expect(serverTimeOf(header)).toBeNull();
    },
  );
});
