import { describe, expect, it, test } from 'vitest';
import { type Calendar, DEFAULT_CALENDAR } from '../../contract/pack/calendar.ts';
import { type ImportedDays, mergeCalendar } from '../../rules/calendar/merge-calendar.ts';
import { missingYear } from '../../rules/calendar/missing-year.ts';

const span = (name: string, from: string, to = from) => ({ name: { en: name }, from, to });
const days = (name: string, from: string, to = from): ImportedDays => ({ name, from, to });
const with_ = (holidays: Calendar['holidays'], shifted: Calendar['shifted'] = []): Calendar => ({
  ...DEFAULT_CALENDAR,
  holidays,
  shifted,
});
const merged = (calendar: Calendar, ...imported: readonly ImportedDays[]) =>
  mergeCalendar(calendar, imported, ['en']);
/** Every free day once, as the holidays list them. */
const freeDays = ({ holidays }: Calendar) =>
  holidays.flatMap(({ from, to }) => {
    const [first, last] = [Date.parse(from), Date.parse(to)];
    const count = (last - first) / 86_400_000 + 1;
    return Array.from({ length: count }, (_, n) =>
      new Date(first + n * 86_400_000).toISOString().slice(0, 10),
    );
  });

const NEW_YEAR = ['2026-12-31', '2027-01-01', '2027-01-02'];
const OF_2026 = [span('National Day', '2026-10-01', '2026-10-07')];
const OF_2027 = [span('Labour Day', '2027-05-01', '2027-05-05')];

describe('a holiday over New Year', () => {
  it('comes with the calendar of the year after: that of the year before stays', () => {
    const calendar = merged(
      with_(OF_2026, [{ day: '2026-10-10', as: 'fri' }]),
      days('New Year', '2026-12-31', '2027-01-02'),
      days('Labour Day', '2027-05-01', '2027-05-05'),
    );
    expect(calendar.holidays.map(({ from }) => from)).toEqual(['2026-10-01', '2026-12-31', '2027-05-01']);
    expect(calendar.shifted).toEqual([{ day: '2026-10-10', as: 'fri' }]);
  });

  it('is there once, whichever of the two years is imported again', () => {
    const both = with_([...OF_2026, span('New Year', '2026-12-31', '2027-01-02'), ...OF_2027]);
    const files = [
      [days('National Day', '2026-10-01', '2026-10-07'), days('New Year', '2026-12-31', '2027-01-02')],
      [days('New Year', '2026-12-31', '2027-01-02'), days('Labour Day', '2027-05-01', '2027-05-05')],
      // The calendar of one year may end, or begin, at New Year.
      [days('National Day', '2026-10-01', '2026-10-07'), days('New Year', '2026-12-31')],
      [days('New Year', '2027-01-01', '2027-01-02'), days('Labour Day', '2027-05-01', '2027-05-05')],
    ];
    for (const file of files) expect(freeDays(merged(both, ...file))).toEqual(freeDays(both));
  });

  it('may be listed day by day, under two names', () => {
    const calendar = merged(
      with_(OF_2026),
      days("New Year's Eve", '2026-12-31'),
      days('New Year', '2027-01-01'),
      days('New Year', '2027-01-02'),
      days('Labour Day', '2027-05-01'),
    );
    expect(freeDays(calendar)).toEqual([...freeDays(with_(OF_2026)), ...NEW_YEAR, '2027-05-01']);
  });

  it('a day of it that the new calendar works is no holiday any more', () => {
    const old = with_([...OF_2026, span('New Year', '2026-12-31', '2027-01-02')]);
    const calendar = merged(old, days('Labour Day', '2027-05-01'));
    expect(freeDays(calendar)).toEqual([...freeDays(with_(OF_2026)), '2026-12-31', '2027-05-01']);
  });
});

test('a make-up workday before New Year keeps the calendar of its year', () => {
  const calendar = merged(
    with_(OF_2026),
    days('补班', '2026-12-27'),
    days('New Year', '2027-01-01', '2027-01-03'),
  );
  expect(calendar.holidays.map(({ from }) => from)).toEqual(['2026-10-01', '2027-01-01']);
  expect(calendar.shifted).toEqual([{ day: '2026-12-27', as: 'mon' }]);
});

test('a make-up workday inside an imported holiday is worked, and one on a usual workday says nothing', () => {
  const calendar = merged(
    with_([]),
    days('Spring Festival', '2027-02-05', '2027-02-11'),
    days('春节（班）', '2027-02-07'),
    days('补班', '2027-02-15'),
  );
  expect(calendar.shifted).toEqual([{ day: '2027-02-07', as: 'mon' }]);
  expect(freeDays(calendar)).not.toContain('2027-02-07');
  expect(freeDays(calendar)).toHaveLength(6);
});

test('a team that works every day needs no make-up workdays; one without Mondays takes Tuesday’s', () => {
  const every = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const };
  const hours = { from: '09:00', to: '18:00' };
  const daily = { ...with_([]), hours: [{ days: [...every.days], ...hours }] };
  expect(merged(daily, days('补班', '2027-02-06')).shifted).toEqual([]);
  const noMonday: Calendar = { ...with_([]), hours: [{ days: ['tue', 'wed', 'thu', 'fri'], ...hours }] };
  expect(merged(noMonday, days('补班', '2027-02-06')).shifted).toEqual([{ day: '2027-02-06', as: 'tue' }]);
});

test('in December: a holiday that only reaches into the next year does not stand for its calendar', () => {
  const calendar = with_([...OF_2026, span('New Year', '2026-12-31', '2027-01-02')]);
  const december = Date.parse('2026-12-10T10:00:00+08:00');
  expect(missingYear(calendar, december, 480)).toBe(2027);
  expect(missingYear(with_([...OF_2026, ...OF_2027]), december, 480)).toBeNull();
});
