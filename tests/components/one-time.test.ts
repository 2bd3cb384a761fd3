import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayAndTime } from '../../components/format-time.ts';

const now = new Date(2026, 10, 30, 12).getTime();

test('a time of today is its clock alone, of another day its day and its clock', () => {
  expect(dayAndTime(new Date(2026, 10, 30, 20, 15).getTime(), now)).toBe('20:15');
  expect(dayAndTime(new Date(2026, 11, 1, 20, 15).getTime(), now)).toBe('12-01 20:15');
});

test('nowhere is a day that may be a clock already printed beside a clock', () => {
  const files = ['pages', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const doubled = files.filter((file) =>
    /formatDay\([^)]*\)\}? \$?\{?formatClock\(|\{ day: formatDay[^}]*formatClock/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(doubled).toEqual([]);
});
