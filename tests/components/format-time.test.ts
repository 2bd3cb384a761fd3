import { describe, expect, test } from 'vitest';
import {
  dayAndTime,
  formatClock,
  formatDay,
  formatDuration,
  machineTime,
  secondsLeft,
} from '../../components/format-time.ts';
import { recordTime } from '../../components/records/record-time.ts';
import { localStamp } from '../../contract/table/local-stamp.ts';
import { dayOf } from '../../storage/notes/day.ts';

describe('what is no moment is shown as such, and never breaks the page', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15 + 1])('%d', (at) => {
    const shown = [formatClock(at), formatDay(at, 0), formatDay(0, at), dayAndTime(at, 0), recordTime(at)];
    const kept = [machineTime(at), dayOf(at), localStamp('Asia/Shanghai')(at)];
    expect(shown.join() + kept.join()).not.toMatch(/NaN|Invalid|undefined/);
    expect(kept).toEqual(['', '', '']);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a duration of %d', (ms) => {
    expect([formatDuration(ms), secondsLeft(ms)]).toEqual(['–', 0]);
  });
});
