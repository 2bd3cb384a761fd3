import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { dayAndTime, formatClock } from '../../components/format-time.ts';
import { recordTime } from '../../components/records/record-time.ts';
import { DEFAULT_CALENDAR } from '../../contract/pack/calendar.ts';
import { numberOfDay } from '../../contract/pack/day-number.ts';
import { packSettingsSchema } from '../../contract/pack/pack-settings.ts';
import { setTeamZone } from '../../contract/team/team-zone.ts';
import { fieldOfInstant, instantOfField } from '../../pages/panel/orders/field-time.ts';
import { quietHours } from '../../rules/call-backs/quiet-hours.ts';
import { bucketAt, spanAround } from '../../rules/figures/figure-span.ts';
import { localTime, momentOf, nextTimeAt, startOfDay } from '../../rules/time/local-time.ts';
import { timeLimitEnd, warnMoment } from '../../rules/work-orders/time-limit-end.ts';
import { pack } from '../../scripts/pack.yaml';
import { dayOf } from '../../storage/notes/day.ts';

const BERLIN = 'Europe/Berlin';
const utc = (written: string) => Date.parse(`${written}Z`);
const written = (at: number) => new Date(at).toISOString().slice(0, 16);
const day = (written: string) => numberOfDay(written);

afterEach(() => setTeamZone(null));

describe('days of a time zone', () => {
  it('begin at its midnight, in summer and winter', () => {
    expect(written(startOfDay(day('2026-07-01'), BERLIN))).toBe('2026-06-30T22:00');
    expect(written(startOfDay(day('2026-12-01'), BERLIN))).toBe('2026-11-30T23:00');
    expect(localTime(utc('2026-12-31T23:30'), BERLIN)).toMatchObject({ day: '2027-01-01', minuteOfDay: 30 });
  });

  it('have 23 hours when the clock is set forward, 25 when it is set back, 24½ on Lord Howe', () => {
    const hours = (written: string, zone: string) => {
      const span = spanAround('day', startOfDay(day(written), zone), zone);
      return [(span.to - span.from) / 3_600_000, span.buckets.length];
    };
    expect(hours('2026-03-29', BERLIN)).toEqual([23, 23]);
    expect(hours('2026-10-25', BERLIN)).toEqual([25, 25]);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toEqual([24.5, 25]);
  });

  it('begin later where the clock leaves midnight out, and once where it comes twice', () => {
    const beirut = startOfDay(day('2026-03-29'), 'Asia/Beirut');
    expect(localTime(beirut, 'Asia/Beirut')).toMatchObject({ day: '2026-03-29', minuteOfDay: 60 });
    expect(localTime(beirut - 1, 'Asia/Beirut')).toMatchObject({ day: '2026-03-28' });
    const havana = startOfDay(day('2026-11-01'), 'America/Havana');
    expect(localTime(havana - 1, 'America/Havana')).toMatchObject({ day: '2026-10-31' });
  });

  it('follow each other without a gap for a year, in every part of the world', () => {
    for (const zone of [
      'Asia/Shanghai',
      'America/New_York',
      'Australia/Sydney',
      'Africa/Cairo',
      'Asia/Kathmandu',
    ]) {
      const first = day('2026-01-01');
      for (let n = first; n < first + 365; n += 1) {
        expect(localTime(startOfDay(n, zone), zone).dayNumber, `${zone} ${n}`).toBe(n);
        expect(localTime(startOfDay(n, zone) - 1, zone).dayNumber).toBe(n - 1);
      }
    }
  });

  it('give weeks whose days are the place’s own across a change', () => {
    const week = spanAround('week', utc('2026-10-25T12:00'), BERLIN);
    expect([week.firstDay, week.lastDay, week.buckets.length]).toEqual(['2026-10-19', '2026-10-25', 7]);
    expect(bucketAt(week, utc('2026-10-25T22:30'))).toBe(6);
    expect(bucketAt(week, utc('2026-10-25T23:00'))).toBe(-1);
  });

  it('take the first of two equal times, and move on from a time that does not exist', () => {
    expect(written(momentOf(day('2026-10-25'), 150, BERLIN))).toBe('2026-10-25T00:30');
    expect(written(momentOf(day('2026-03-29'), 150, BERLIN))).toBe('2026-03-29T01:30');
  });
});

describe('deadlines, working days and rest hours of a time zone', () => {
  const place = { calendar: DEFAULT_CALENDAR, utcOffsetMinutes: BERLIN };

  it('end with the working day by its clock, before and after a change', () => {
    const friday = utc('2026-10-23T10:00');
    expect(written(timeLimitEnd({ unit: 'working-d', count: 1 }, friday, place))).toBe('2026-10-26T17:00');
    expect(written(timeLimitEnd({ unit: 'working-h', count: 8 }, friday, place))).toBe('2026-10-26T10:00');
    expect(written(timeLimitEnd({ unit: 'working-d', count: 1 }, utc('2026-10-22T10:00'), place))).toBe(
      '2026-10-23T16:00',
    );
  });

  it('warn in working hours on the other side of a change', () => {
    const monday = utc('2026-10-26T08:30');
    expect(written(warnMoment({ unit: 'working-h', count: 8 }, monday, 60, place))).toBe('2026-10-23T15:30');
  });

  it('rest until the morning of the place', () => {
    const settings = { callBackQuietHours: [{ from: '21:00', to: '08:00' }] };
    const rest = quietHours(settings, utc('2026-10-24T20:30'), BERLIN);
    expect(rest.quiet && written(rest.until)).toBe('2026-10-25T07:00');
    expect(written(nextTimeAt('08:00', utc('2026-03-28T20:00'), BERLIN))).toBe('2026-03-29T06:00');
  });
});

describe('the team’s time zone in a pack', () => {
  it('is a name that the browser knows, or empty', () => {
    const parse = (timeZone: unknown) =>
      v.safeParse(packSettingsSchema, { ...pack.settings, timeZone }).success;
    for (const good of ['', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])
      expect(parse(good), good).toBe(true);
    for (const bad of ['Beijing', 'Asia/Nowhere', '+08:00', 'GMT+8x', 'x'.repeat(200), 480, null, '../etc'])
      expect(parse(bad), String(bad)).toBe(false);
  });

  it('is what pages show, ask for and keep days by', () => {
    setTeamZone('Asia/Shanghai');
    const at = utc('2026-11-22T16:05');
    expect(formatClock(at)).toBe('00:05');
    expect(recordTime(at)).toBe('2026-11-23 00:05');
    expect(dayAndTime(at, at - 10 * 60_000)).toBe('11-23 00:05');
    expect(dayOf(at)).toBe('2026-11-23');
    expect(fieldOfInstant(at)).toBe('2026-11-23T00:05');
    expect(instantOfField('2026-11-23T00:05')).toBe(at);
    // A browser that shows seconds, or a script that fills the field in, gives them.
    expect(instantOfField('2026-11-23T00:05:30')).toBe(at + 30_000);
    expect(instantOfField('')).toBeNull();
    setTeamZone('America/Los_Angeles');
    expect([formatClock(at), dayOf(at)]).toEqual(['08:05', '2026-11-22']);
    expect(formatClock(Number.NaN)).toBe('–');
  });
});
