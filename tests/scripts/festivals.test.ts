import { describe, expect, test } from 'vitest';
import type { Festival } from '../../contract/pack/festival.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const { festivals } = loadPack();
const YEARS = Array.from({ length: 11 }, (_, n) => 2026 + n);
const DAY = 86_400_000;

function tableOf(id: string): readonly string[] {
  const begins = festivals.find((festival): festival is Festival => festival.id === id)?.begins;
  return begins?.by === 'table' ? begins.days : [];
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

/** Noon in Beijing on every day of the table's years, with its day in the Chinese calendar. */
const days = Array.from({ length: YEARS.length * 366 }, (_, n) => {
  const noon = Date.UTC(2026, 0, 1, 4) + n * DAY;
  return { day: new Date(noon).toISOString().slice(0, 10), lunar: lunar.format(noon) };
}).filter(({ day }) => day < '2037');

/**
 * The platform's calendar is some minutes off: it puts the new moons of 2027-02-06 23:56 and
 * 2030-02-03 00:07 (Beijing) on the other side of midnight. Times after J. Meeus, "Astronomical
 * Algorithms", ch. 49: 15:56 and 16:07 UT.
 */
const CLOSE_TO_MIDNIGHT = new Map([
  ['2027-02-07', '2027-02-06'],
  ['2027-02-21', '2027-02-20'],
  ['2030-02-02', '2030-02-03'],
  ['2030-02-16', '2030-02-17'],
]);

describe('lunar festivals, 2026 to 2036, as the platform’s own Chinese calendar has them', () => {
  test.each([
    ['spring-festival', '1/1'],
    ['lantern-festival', '1/15'],
    ['dragon-boat', '5/5'],
    ['mid-autumn', '8/15'],
    ['double-ninth', '9/9'],
  ])('%s is %s', (id, lunarDay) => {
    const expected = days
      .filter((date) => date.lunar === lunarDay)
      .map(({ day }) => CLOSE_TO_MIDNIGHT.get(day) ?? day);
    expect(expected).toHaveLength(YEARS.length);
    expect(tableOf(id)).toEqual(expected);
  });

  test('New Year’s Eve is the day before the Spring Festival', () => {
    const before = tableOf('spring-festival').map((day) =>
      new Date(Date.parse(day) - DAY).toISOString().slice(0, 10),
    );
    expect(tableOf('new-years-eve')).toEqual(before);
  });

  test('three that everybody remembers', () => {
    expect(tableOf('spring-festival')).toContain('2026-02-17');
    expect(tableOf('mid-autumn')).toContain('2026-09-25');
    expect(tableOf('dragon-boat')).toContain('2026-06-19');
  });
});

test('Qingming is the day on which the sun comes to 15°, Beijing time', () => {
  const expected = YEARS.map((year) => {
    for (const date of [3, 4, 5, 6]) {
      if (solarLongitude(Date.UTC(year, 3, date + 1) - 8 * 3_600_000) >= 15) return `${year}-04-0${date}`;
    }
    return '';
  });
  expect(tableOf('qingming')).toEqual(expected);
});

test('festivals with a day of their own', () => {
  const own = festivals.flatMap(({ id, begins }) => (begins.by === 'year' ? [`${id} ${begins.day}`] : []));
  expect(own).toEqual(['new-year 01-01', 'labour-day 05-01', 'national-day 10-01', 'double-tenth 10-10']);
});

test('Qingming has no greeting, and each region has its own national day', () => {
  const find = (id: string) => festivals.find((festival) => festival.id === id);
  expect(find('qingming')?.greeting).toBeUndefined();
  expect(find('national-day')?.languages).not.toContain('zh-TW');
  expect(find('double-tenth')?.languages).toEqual(['zh-TW']);
});

/** Apparent longitude of the sun in degrees, to 0.01°; Meeus, ch. 25. */
function solarLongitude(at: number): number {
  const t = (at / DAY + 2440587.5 - 2451545) / 36525;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const m = radians(357.52911 + 35999.05029 * t);
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(m) + 0.019993 * Math.sin(2 * m) + 0.000289 * Math.sin(3 * m);
  const longitude =
    280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(radians(125.04 - 1934.136 * t));
  return ((longitude % 360) + 360) % 360;
}
