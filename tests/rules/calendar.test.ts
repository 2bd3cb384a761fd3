import { describe, expect, it, test } from 'vitest';
import { readCalendarFile } from '../../pages/lead/calendar/read-calendar-file.ts';
import { mergeCalendar } from '../../rules/calendar/merge-calendar.ts';
import { missingYear } from '../../rules/calendar/missing-year.ts';
import chinaCalendar from '../../scripts/calendars/china.ics?raw';
import taiwanCalendar from '../../scripts/calendars/taiwan.ics?raw';
import { pack } from '../../scripts/pack.yaml';

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const event = (summary: string, from: string, to?: string) =>
  [
    ...['BEGIN:VEVENT', `UID:${from}${summary}`, `DTSTART;VALUE=DATE:${from}`],
    ...(to === undefined ? [] : [`DTEND;VALUE=DATE:${to}`]),
    ...[`SUMMARY:${summary}`, 'END:VEVENT'],
  ].join('\r\n');
const file = (...events: readonly string[]) =>
  new Blob([`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`]);
const imported = async (blob: Blob) => {
  const read = await readCalendarFile(blob);
  if (!read.ok) throw new Error(read.reason);
  return mergeCalendar(pack.calendar, read.days, ['zh-CN', 'en']);
};

describe('an .ics of public holidays', () => {
  it('lists days one by one or as spans, and names make-up workdays in several ways', async () => {
    const { holidays, shifted } = await imported(
      file(
        event('元旦 假期 第1天/共3天', '20280101'),
        event('元旦 假期 第2天/共3天', '20280102'),
        event('元旦（休）', '20280103'),
        event('春节', '20280126', '20280202'),
        event('春节（班）', '20280122'),
        event('春节 补班', '20280205'),
        event('補行上班日', '20280219'),
      ),
    );
    const of2028 = holidays.filter(({ from }) => from.startsWith('2028'));
    expect(of2028).toEqual([
      { name: { 'zh-CN': '元旦', en: '元旦' }, from: '2028-01-01', to: '2028-01-03' },
      { name: { 'zh-CN': '春节', en: '春节' }, from: '2028-01-26', to: '2028-02-01' },
    ]);
    expect(shifted.filter(({ day }) => day.startsWith('2028'))).toEqual([
      { day: '2028-01-22', as: 'mon' },
      { day: '2028-02-05', as: 'mon' },
      { day: '2028-02-19', as: 'mon' },
    ]);
  });

  it('replaces its years and leaves the others; hours that were chosen for a day stay', async () => {
    const { holidays, shifted } = await imported(new Blob([chinaCalendar]));
    expect(holidays.filter(({ from }) => from.startsWith('2026'))).toHaveLength(7);
    expect(holidays.filter(({ from }) => from.startsWith('2027'))).toEqual(
      pack.calendar.holidays.filter(({ from }) => from.startsWith('2027')),
    );
    expect(shifted).toEqual(pack.calendar.shifted);
  });

  it('is Taiwan’s too, which has no make-up workdays', async () => {
    const { holidays, shifted } = await imported(new Blob([taiwanCalendar]));
    expect(holidays).toContainEqual(expect.objectContaining({ from: '2026-02-14', to: '2026-02-22' }));
    expect(shifted).toEqual([]);
  });

  /** Days off from Monday to Friday, as announced: the sources are in scripts/README.md. */
  it.each([
    {
      place: 'Taiwan',
      calendar: taiwanCalendar,
      year: 2026,
      days: '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25',
    },
    {
      place: 'Taiwan',
      calendar: taiwanCalendar,
      year: 2027,
      days: '01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 10-25 12-24 12-31',
    },
    {
      place: 'mainland China',
      calendar: chinaCalendar,
      year: 2026,
      days: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    },
  ])('$place $year has the days off that were announced', async ({ calendar, year, days }) => {
    const { holidays } = await imported(new Blob([calendar]));
    const off: string[] = [];
    for (let at = Date.parse(`${year}-01-01`); at < Date.parse(`${year + 1}-01-01`); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const isWeekend = [0, 6].includes(new Date(at).getUTCDay());
      if (!isWeekend && holidays.some(({ from, to }) => day >= from && day <= to)) off.push(day.slice(5));
    }
    expect(off.join(' ')).toBe(days);
  });

  it.each([
    ['no calendar at all', new Blob(['<html>'])],
    ['an empty file', new Blob([''])],
    ['a calendar without whole days', file()],
    ['one of a million characters', new Blob(['x'.repeat(1_000_001)])],
  ])('is refused with a reason: %s', async (_, blob) => {
    expect(await readCalendarFile(blob)).toMatchObject({ ok: false });
  });

  it('leaves out what is no holiday: a year long, ending before it began, without a name', async () => {
    const odd = [
      event('a', '20280101', '20281231'),
      event('b', '20280105', '20280101'),
      event('', '20280101'),
    ];
    const read = await readCalendarFile(file(...odd, event('元旦', '20280101')));
    expect(read).toMatchObject({ ok: true });
    expect(read.ok ? read.days.map(({ name }) => name) : []).toContain('元旦');
    expect(read.ok ? read.days.map(({ name }) => name) : []).not.toContain('a');
  });
});

describe('in December the next year must be there', () => {
  const without = (year: string) => ({
    ...pack.calendar,
    holidays: pack.calendar.holidays.filter(({ from }) => !from.startsWith(year)),
  });
  const unshifted = (year: string) => ({
    ...pack.calendar,
    shifted: pack.calendar.shifted.filter(({ day }) => !day.startsWith(year)),
  });

  test('holidays or 调休 missing: the year is named', () => {
    expect(missingYear(without('2027'), at('2026-12-01'), 480)).toBe(2027);
    expect(missingYear(unshifted('2027'), at('2026-12-31'), 480)).toBe(2027);
  });
  test('nothing is said before December, nor when both are there', () => {
    expect(missingYear(without('2027'), at('2026-11-30'), 480)).toBeNull();
    expect(missingYear(pack.calendar, at('2026-12-01'), 480)).toBeNull();
  });
  test('where no day is ever shifted, none is missing', () => {
    const calendar = { ...pack.calendar, shifted: [] };
    expect(missingYear(calendar, at('2026-12-01'), 480)).toBeNull();
  });
  test('December begins at midnight in the team’s time zone', () => {
    const newYork = Date.parse('2026-12-01T00:30:00Z');
    expect(missingYear(without('2027'), newYork, 480)).toBe(2027);
    expect(missingYear(without('2027'), newYork, -300)).toBeNull();
  });
});
