import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldKey } from '../../../pages/panel/call/held-key.ts';
import { HELD_PRESS_MS } from '../../../pages/panel/call/held-press.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a key that must be held', () => {
  it('counts once it was down long enough, and once only, however often it repeats', () => {
    const key = heldKey();
    const happened: string[] = [];
    for (let repeat = 0; repeat < 30; repeat += 1) {
      key.press(() => happened.push('ended'));
      vi.advanceTimersByTime(30);
    }
    expect(happened).toEqual([]);
    vi.advanceTimersByTime(HELD_PRESS_MS - 900);
    expect(happened).toEqual(['ended']);
  });

  it('counts for nothing when it is let go before', () => {
    const key = heldKey();
    const happened: string[] = [];
    key.press(() => happened.push('ended'));
    vi.advanceTimersByTime(HELD_PRESS_MS - 1);
    key.release();
    vi.advanceTimersByTime(HELD_PRESS_MS);
    expect(happened).toEqual([]);
  });
});
