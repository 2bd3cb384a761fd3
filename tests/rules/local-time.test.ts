import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOfDay } from '../../contract/pack/day-number.ts';
import { dayOfNumber, isWithin, localTime, nextTimeAt } from '../../rules/time/local-time.ts';

test('the local day and clock are those of the platform’s calendar', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      fc.integer({ min: -720, max: 840 }),
      (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000);
        const { day, minuteOfDay, weekday, dayNumber } = localTime(date.getTime(), offset);
        expect(day).toBe(local.toISOString().slice(0, 10));
        expect(minuteOfDay).toBe(local.getUTCHours() * 60 + local.getUTCMinutes());
        expect((weekday + 1) % 7).toBe(local.getUTCDay());
        expect(numberOfDay(dayOfNumber(dayNumber))).toBe(dayNumber);
      },
    ),
  );
});

test('a span holds its beginning and not its end; one that ends earlier runs over midnight', () => {
  const noon = { from: '12:00', to: '14:00' };
  expect([719, 720, 839, 840].map((minute) => isWithin(minute, noon))).toEqual([false, true, true, false]);
  const night = { from: '20:00', to: '09:00' };
  expect([0, 539, 540, 1199, 1200, 1439].map((minute) => isWithin(minute, night))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(isWithin(1439, { from: '18:00', to: '24:00' })).toBe(true);
});

test('the next time at which a clock shows nine in Beijing', () => {
  const nine = Date.UTC(2026, 10, 23, 1);
  expect(nextTimeAt('09:00', nine - 1, 480)).toBe(nine);
  expect(nextTimeAt('09:00', nine, 480)).toBe(nine + 86_400_000);
});
