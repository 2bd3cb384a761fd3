import { describe, expect, it, test } from 'vitest';
import { explainIssue } from '../../contract/pack/explain-issue.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { isRealDay } from '../../contract/pack/real-day.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { withValue } from '../helpers/edit-json.ts';

const pack = loadPack();

function problemsWith(path: (string | number)[], value: unknown): string[] {
  const parsed = parsePack(withValue(pack, path, value));
  return parsed.ok ? [] : parsed.problems.map((problem) => explainIssue(problem, wordsIn('en')));
}

const hours = (...spans: readonly [days: readonly string[], from: string, to: string][]) =>
  problemsWith(
    ['calendar', 'hours'],
    spans.map(([days, from, to]) => ({ days, from, to })),
  );

describe('working hours', () => {
  it('may be cut by a break, and end where the next begin', () => {
    expect(hours([['mon'], '09:00', '12:00'], [['mon'], '12:00', '18:00'])).toEqual([]);
  });

  it('may not overlap on any day', () => {
    expect(hours([['mon', 'tue'], '09:00', '13:00'], [['tue', 'wed'], '12:59', '18:00'])).toEqual([
      'calendar, hours 2: overlap others on Tuesday',
    ]);
  });

  it('reach over midnight into the next day, and from Sunday into Monday', () => {
    expect(hours([['mon'], '22:00', '06:00'], [['tue'], '05:00', '09:00'])).toHaveLength(1);
    expect(hours([['sun'], '22:00', '06:00'], [['mon'], '05:00', '09:00'])).toHaveLength(1);
    expect(hours([['mon'], '05:00', '09:00'], [['sun'], '22:00', '06:00'])).toHaveLength(1);
    expect(hours([['sun'], '22:00', '05:00'], [['mon'], '05:00', '09:00'])).toEqual([]);
  });

  it('name no day twice, and last some time', () => {
    expect(hours([['mon', 'mon'], '09:00', '12:00'])).not.toEqual([]);
    expect(hours([['mon'], '09:00', '09:00'])).not.toEqual([]);
    expect(hours([['mon'], '00:00', '24:00'])).toEqual([]);
  });

  it('begin before the end of a day', () => {
    expect(hours([['mon'], '24:00', '06:00'])).toEqual([
      expect.stringMatching(/calendar, hours 1\b.*must be a time before 24:00, like 08:30, got "?24:00/),
    ]);
    expect(hours([['mon'], '09:00', '00:00'])).toEqual([]);
  });

  it('of a place in the directory are checked too', () => {
    const span = { days: ['mon'], from: '09:00', to: '12:00' };
    expect(problemsWith(['directory', 0, 'hours'], [span, { ...span, from: '11:00' }])).toEqual([
      expect.stringContaining('overlap others on Monday'),
    ]);
  });
});

const name = { 'zh-CN': '节', 'zh-TW': '節', en: 'Holiday' };

describe('holidays and make-up workdays', () => {
  it('no day belongs to two holidays', () => {
    const two = [
      { name, from: '2026-10-01', to: '2026-10-07' },
      { name, from: '2026-10-07', to: '2026-10-08' },
    ];
    expect(problemsWith(['calendar', 'holidays'], two)).toContain(
      'calendar, holiday 2: day 2026-10-07 is entered twice',
    );
  });

  it('a make-up workday stands once, and in no holiday', () => {
    const as = 'fri';
    expect(
      problemsWith(
        ['calendar', 'shifted'],
        [
          { day: '2026-10-10', as },
          { day: '2026-10-10', as },
        ],
      ),
    ).toEqual([expect.stringMatching(/make-up workday 2\b.*2026-10-10 is entered twice/)]);
    expect(problemsWith(['calendar', 'shifted'], [{ day: '2026-10-03', as }])).toEqual([
      expect.stringMatching(/make-up workday 1\b.*is inside a holiday \(2026-10-03\)/),
    ]);
  });

  test.each(['0000-01-01', '9999-12-31', '1026-10-01', '2206-10-01'])('%s has a wrong year', (day) => {
    expect(problemsWith(['calendar', 'shifted'], [{ day, as: 'fri' }])).toHaveLength(1);
    expect(problemsWith(['calendar', 'holidays'], [{ name, from: day, to: day }])).toHaveLength(2);
  });

  it('a holiday with a wrong year at its end is named: it would last for decades', () => {
    const typed = [{ name, from: '2026-12-31', to: '2062-01-02' }];
    expect(problemsWith(['calendar', 'holidays'], typed)).toEqual([
      expect.stringMatching(/calendar, holiday 1\b.*must be 1–92 days/),
      ...pack.calendar.shifted
        .filter(({ day }) => day > '2026-12-31')
        .map(() => expect.stringContaining('is inside a holiday')),
    ]);
  });

  it('a make-up workday changes the hours of its day', () => {
    const shifted = (day: string, as: string) => problemsWith(['calendar', 'shifted'], [{ day, as }]);
    // A Monday, worked anyway; and a Saturday.
    expect(shifted('2026-10-12', 'fri')).toEqual([
      expect.stringMatching(/make-up workday 1\b.*is a day with these hours anyway \(2026-10-12\)/),
    ]);
    expect(shifted('2026-10-10', 'fri')).toEqual([]);
  });

  it('a Saturday of a few hours may get a whole day, and a long Monday a short one', () => {
    const week = ['mon', 'tue', 'wed', 'thu', 'fri'];
    const calendar = {
      hours: [
        { days: week, from: '09:00', to: '18:00' },
        { days: ['sat'], from: '09:00', to: '12:00' },
      ],
      holidays: [],
      shifted: [
        { day: '2026-10-10', as: 'mon' },
        { day: '2026-10-12', as: 'sat' },
      ],
    };
    expect(problemsWith(['calendar'], calendar)).toEqual([]);
    const wrong = { ...calendar, shifted: [{ day: '2026-10-10', as: 'sat' }] };
    expect(problemsWith(['calendar'], wrong)).toHaveLength(1);
  });

  it.each(['mon', 'fri', 'sun'])('a make-up workday as %s that has no date yet is wrong once', (as) => {
    expect(problemsWith(['calendar', 'shifted'], [{ day: '', as }])).toHaveLength(1);
  });

  test.each(['', '2026-02-30', '2026-02-29', '2026-04-31', '2100-02-29'])('%s is no day', (day) => {
    expect(problemsWith(['calendar', 'shifted'], [{ day, as: 'fri' }])).toHaveLength(1);
    expect(problemsWith(['calendar', 'holidays', 0, 'to'], day)).not.toEqual([]);
  });

  test('29 February is one in a leap year, and of every year', () => {
    expect(['2028-02-29', '2000-02-29', '02-29'].map(isRealDay)).toEqual([true, true, true]);
    expect(['02-30', '11-31', '00-10', '13-01'].map(isRealDay)).toEqual([false, false, false, false]);
  });
});

test('nothing starts at 24:00: no shift, no rest hours, no span of a script', () => {
  expect(problemsWith(['shift', 'begins'], ['24:00'])).toHaveLength(1);
  expect(problemsWith(['settings', 'callBackQuietHours'], [{ from: '24:00', to: '08:00' }])).toHaveLength(1);
  const span = { days: ['mon'], from: '24:00', to: '08:00' };
  expect(problemsWith(['directory', 0, 'hours'], [span])).toHaveLength(1);
});

describe('rest hours', () => {
  const quiet = (...spans: readonly [from: string, to: string][]) =>
    problemsWith(
      ['settings', 'callBackQuietHours'],
      spans.map(([from, to]) => ({ from, to })),
    );

  it('leave some time of the day', () => {
    expect(quiet(['12:00', '14:00'], ['21:00', '08:00'])).toEqual([]);
    expect(quiet(['00:00', '24:00'])).toHaveLength(1);
    expect(quiet(['08:00', '20:00'], ['20:00', '08:00'])).toHaveLength(1);
    expect(quiet(['08:00', '08:00'])).toHaveLength(1);
  });
});

describe('a warning', () => {
  const kind = pack.workOrders.kinds.findIndex(({ stages }) => stages[0]?.within?.unit === 'h');

  it('does not come before its clock starts', () => {
    const at = ['workOrders', 'kinds', kind, 'stages', 0];
    expect(problemsWith([...at, 'within'], { unit: 'h', count: 1 })).toEqual([]);
    expect(problemsWith([...at, 'warnBefore'], 1440)).toEqual([
      expect.stringContaining('warns earlier than the time limit lasts'),
    ]);
  });
});
