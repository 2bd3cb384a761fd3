import { expect, test } from 'vitest';
import { teamEvent } from '../../../contract/team/team-event.ts';
import { foldShiftHere } from '../../../rules/shift/fold-shift-here.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const NINE = Date.parse('2026-11-30T09:00:00+08:00');
const MINUTE = 60_000;
const { shift: rules } = loadPack();

/** Signs in at nine and is busy ten minutes later, by a device that knows its distance. */
function shiftWith(offset: number | null) {
  const origin = { by: '0283', offset, seen: 0, pack: 'shipped' };
  const changed = (state: 'ready' | 'busy') =>
    ({ type: 'shift-changed', readiness: { state }, because: 'agent' }) as const;
  const events = [
    teamEvent(changed('ready'), '0283', NINE, origin),
    teamEvent(changed('busy'), '0283', NINE + 10 * MINUTE, origin),
  ];
  return foldShiftHere(events, '0283', rules, NINE + 15 * MINUTE, offset);
}

test.each([0, 37, 60 * MINUTE, -60 * MINUTE])(
  'times are the device’s own at a distance of %d ms',
  (offset) => {
    expect(shiftWith(offset)).toEqual(shiftWith(null));
    expect(shiftWith(offset)?.since).toBe(NINE + 10 * MINUTE);
  },
);

test('an agent who never began a shift has none', () => {
  expect(foldShiftHere([], '0283', rules, NINE, 60 * MINUTE)).toBeNull();
});
