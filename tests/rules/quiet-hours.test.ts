import { expect, test } from 'vitest';
import { quietHours } from '../../rules/call-backs/quiet-hours.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const { settings } = loadPack();
const beijing = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);
const at = (time: number) => quietHours(settings, time, 480);

test('nobody is called back at noon or at night; it says from when on again', () => {
  expect(at(beijing(23, 11, 59))).toEqual({ quiet: false });
  expect(at(beijing(23, 12))).toEqual({ quiet: true, until: beijing(23, 14) });
  expect(at(beijing(23, 14))).toEqual({ quiet: false });
  expect(at(beijing(23, 20))).toEqual({ quiet: true, until: beijing(24, 9) });
  expect(at(beijing(24, 3))).toEqual({ quiet: true, until: beijing(24, 9) });
  expect(at(beijing(24, 9))).toEqual({ quiet: false });
});

test('spans that adjoin are one rest', () => {
  const joined = {
    ...settings,
    callBackQuietHours: [
      { from: '12:00', to: '13:00' },
      { from: '13:00', to: '14:00' },
    ],
  };
  expect(quietHours(joined, beijing(23, 12), 480)).toEqual({ quiet: true, until: beijing(23, 14) });
});

test('a rest that never ends does not hang', () => {
  const always = { ...settings, callBackQuietHours: [{ from: '00:00', to: '24:00' }] };
  expect(quietHours(always, beijing(23, 12), 480)).toMatchObject({ quiet: true });
});
