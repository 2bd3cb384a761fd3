import { expect, it } from 'vitest';
import { NOTHING_SAID, sayNew } from '../../../pages/panel/status/say-new.ts';

/** What a live region is changed to, for each list of lines that holds. */
function said(...moments: readonly (readonly string[])[]): readonly string[] {
  let before = NOTHING_SAID;
  return moments.map((lines) => {
    before = sayNew(before, lines);
    return before.text;
  });
}

it('says what began to hold, and never an old line when a newer one has passed', () => {
  expect(said(['通话已接通'], ['已保持', '通话已接通'], ['通话已接通'])).toEqual([
    '通话已接通',
    '已保持',
    '',
  ]);
});

it('says a line of lesser weight that begins under a weightier one', () => {
  expect(said(['已静音', '通话已接通'], ['已静音', '建议 杂音大', '通话已接通']).at(-1)).toBe('建议 杂音大');
});

it('says again what passed and came back', () => {
  expect(said(['已静音'], [], ['已静音'])).toEqual(['已静音', '', '已静音']);
});

it('leaves the region alone while nothing changes', () => {
  expect(said(['来电：王女士'], ['来电：王女士'])).toEqual(['来电：王女士', '来电：王女士']);
});
