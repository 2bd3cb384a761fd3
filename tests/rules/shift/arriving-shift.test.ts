import { describe, expect, it } from 'vitest';
import { arrivingShift } from '../../../rules/shift/arriving-shift.ts';

const begins = ['08:00', '16:00', '00:00'];
const at = (time: string) => Date.parse(`2026-11-30T${time}:00+08:00`);
const near = (time: string) => arrivingShift({ begins }, at(time), 480);

describe('the next agent comes 15 minutes early', () => {
  it('is reminded from 15 minutes before the shift until it begins', () => {
    expect(near('07:44')).toBeNull();
    expect(near('07:45')).toBe(at('08:00'));
    expect(near('07:59')).toBe(at('08:00'));
    expect(near('08:01')).toBeNull();
  });
  it('also before the night shift, over midnight', () => {
    expect(near('23:50')).toBe(at('00:00') + 86_400_000);
  });
  it('says nothing without shift times', () => {
    expect(arrivingShift({ begins: [] }, at('07:50'), 480)).toBeNull();
  });
});
