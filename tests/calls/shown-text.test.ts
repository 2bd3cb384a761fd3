import { expect, test } from 'vitest';
import { shownText } from '../../calls/vocabulary/shown-text.ts';

test.each([
  ['139****1234', '139****1234'],
  ['139\u202e4321', '1394321'],
  ['a\r\nb\u0000c\u2028d', 'abcd'],
  ['\u200b\u2066\u2069', null],
  ['一\ud83d', '一'],
  ['x'.repeat(5_000), `${'x'.repeat(32)}…`],
])('a caller of %j is shown in one bounded line', (caller, shown) => {
  expect(shownText(caller, 32)).toBe(shown);
});
