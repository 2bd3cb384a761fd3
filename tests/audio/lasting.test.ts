import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, foldLasting, type Lasting, NOT_SO } from '../../audio/lasting.ts';

const PATIENCE = { afterMs: 300, releaseMs: 500 };

function play(readings: readonly boolean[], everyMs = 100): Change[] {
  let state: Lasting = NOT_SO;
  return readings.flatMap((holds, k) => {
    const result = foldLasting(state, holds, k * everyMs, PATIENCE);
    state = result.state;
    return result.change ?? [];
  });
}

describe('a condition that flickers is not reported', () => {
  test('one that is shorter than the patience', () => {
    expect(play([false, true, true, true, false, false])).toEqual([]);
  });

  test('one that lasts is reported with the time at which it began', () => {
    expect(play([false, true, true, true, true, true])).toEqual([{ what: 'began', at: 100 }]);
  });

  test('a gap shorter than the release does not end it; a longer one ends it when the gap began', () => {
    const on = [true, true, true, true];
    expect(play([...on, false, false, false, ...on])).toEqual([{ what: 'began', at: 0 }]);
    expect(play([...on, ...Array.from({ length: 7 }, () => false)])).toEqual([
      { what: 'began', at: 0 },
      { what: 'ended', at: 400 },
    ]);
  });

  test('began and ended alternate, in the order of their times', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (readings) => {
        const changes = play(readings);
        changes.forEach(({ what, at }, k) => {
          expect(what).toBe(k % 2 === 0 ? 'began' : 'ended');
          expect(at).toBeGreaterThanOrEqual(changes[k - 1]?.at ?? 0);
        });
      }),
    );
  });
});
