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

function clockAfter(...readings: readonly ReturnType<typeof answer>[]): number | null {
  const clock = new ServerClock();
  for (const reading of readings) clock.measure(reading);
  return clock.offset;
}

describe('the distance to the server’s clock', () => {
  test('is not known before the first answer, nor after the agent left the team', () => {
    const clock = new ServerClock();
    expect(clock.offset).toBeNull();
    clock.measure(answer(5_000, 40));
    clock.forget();
    expect(clock.offset).toBeNull();
  });

  test.each([90_000, -90_000, 0])('is %d ms, in the middle of the round trip', (ahead) => {
    expect(clockAfter(answer(ahead, 40))).toBe(ahead);
  });

  test('is 0 where the clocks agree within half of the round trip', () => {
    expect(clockAfter(answer(20, 40))).toBe(0);
    expect(clockAfter(answer(21, 40))).toBe(21);
  });

  test('is whole ms, as the envelope of events requires', () => {
    expect(clockAfter(answer(30_000, 41))).toSatisfy(Number.isSafeInteger);
  });

  test('stays that of the shortest round trip, while others do not contradict it', () => {
    expect(clockAfter(answer(30_000, 40), answer(30_100, 400, 60_000))).toBe(30_000);
    expect(clockAfter(answer(30_100, 400), answer(30_000, 40, 60_000))).toBe(30_000);
  });

  test('follows a clock that was set', () => {
    expect(clockAfter(answer(30_000, 40), answer(0, 400, 60_000))).toBe(0);
    expect(clockAfter(answer(0, 40), answer(DAY, 400, -DAY))).toBe(DAY);
  });

  test('is measured again after ten minutes, because clocks drift', () => {
    expect(clockAfter(answer(30_000, 40), answer(30_100, 400, 600_100))).toBe(30_100);
  });

  test.each([
    ['a slow answer', answer(30_000, 10_001)],
    ['an answer before its request', answer(30_000, -1)],
    ['a distance that no event may carry', answer(367 * DAY, 40)],
    ['a time that is none', { ...answer(0, 40), serverTime: Number.NaN }],
  ])('is not taken from %s', (_, reading) => {
    expect(clockAfter(reading)).toBeNull();
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
