import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localStamp } from '../../../contract/table/local-stamp.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/St_Johns', 'Europe/Berlin', 'Asia/Kathmandu', 'Etc/GMT+12'];

test('a moment is written as the clock of its zone showed it, with the distance that it had from UTC then', () => {
  const at = Date.UTC(2026, 10, 21, 16, 5, 9);
  expect(localStamp('Asia/Shanghai')(at)).toBe('2026-11-22T00:05:09+08:00');
  expect(localStamp('America/St_Johns')(at)).toBe('2026-11-21T12:35:09-03:30');
  expect(localStamp('UTC')(at)).toBe('2026-11-21T16:05:09+00:00');
  expect(localStamp('Europe/Berlin')(at)).toBe('2026-11-21T17:05:09+01:00');
  expect(localStamp('Europe/Berlin')(Date.UTC(2026, 6, 1, 22))).toBe('2026-07-02T00:00:00+02:00');
});

test('every second is read back as what it was', () => {
  const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), seconds, (zone, second) => {
      expect(Date.parse(localStamp(zone)(second * 1000))).toBe(second * 1000);
    }),
  );
});
