import { describe, expect, it } from 'vitest';
import type { WeeklySpan } from '../../contract/pack/directory.ts';
import { minutesOf } from '../../rules/time/local-time.ts';
import { withinHours } from '../../rules/time/within-hours.ts';

const [MON, TUE, SAT, SUN] = [0, 1, 5, 6];
const at = (weekday: number, clock: string) => ({ weekday, minuteOfDay: minutesOf(clock) });

describe('weekly hours', () => {
  const day: readonly WeeklySpan[] = [{ days: ['mon', 'sat'], from: '08:00', to: '18:00' }];
  it.each([
    [MON, '07:59', false],
    [MON, '08:00', true],
    [MON, '17:59', true],
    [MON, '18:00', false],
    [TUE, '10:00', false],
    [SAT, '10:00', true],
  ])('from eight to six: weekday %i at %s', (weekday, clock, open) => {
    expect(withinHours(day, at(weekday, clock))).toBe(open);
  });

  const night: readonly WeeklySpan[] = [{ days: ['mon', 'sun'], from: '22:00', to: '06:00' }];
  it.each([
    [MON, '21:59', false],
    [MON, '22:00', true],
    [TUE, '05:59', true],
    [TUE, '06:00', false],
    [TUE, '23:00', false],
    [SAT, '23:00', false],
    [SUN, '23:00', true],
    // Sunday's night reaches over the end of the week; Saturday's is no duty.
    [MON, '05:00', true],
    [SUN, '05:00', false],
  ])('over midnight: weekday %i at %s', (weekday, clock, open) => {
    expect(withinHours(night, at(weekday, clock))).toBe(open);
  });

  it('all day: every minute', () => {
    const all: readonly WeeklySpan[] = [{ days: ['sun'], from: '00:00', to: '24:00' }];
    expect(withinHours(all, at(SUN, '23:59'))).toBe(true);
    expect(withinHours(all, at(MON, '00:00'))).toBe(false);
  });
});
