import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../contract/pack/calendar.ts';
import { timeLimitEnd, warnMoment } from '../../../rules/work-orders/time-limit-end.ts';

/** Half past one to six and a morning, Monday to Friday, as a floor in Beijing works. */
const calendar: Calendar = {
  hours: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' },
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:30', to: '18:00' },
  ],
  holidays: [{ name: { 'zh-CN': '国庆节' }, from: '2026-10-01', to: '2026-10-07' }],
  shifted: [{ day: '2026-10-10', as: 'wed' }],
};
const beijing = { calendar, utcOffsetMinutes: 480 };
const at = (time: string) => Date.parse(`${time}+08:00`);

describe('the warning of a limit in working time', () => {
  const limit = { unit: 'working-h', count: 4 } as const;

  it('comes on the working day before, where the limit ends in the first minutes of a day', () => {
    // From Friday 14:10: 3 h 50 min until 18:00, the last ten minutes on Monday.
    const dueAt = timeLimitEnd(limit, at('2026-11-27T14:10'), beijing);
    expect(dueAt).toBe(at('2026-11-30T09:10'));
    expect(warnMoment(limit, dueAt, 30, beijing)).toBe(at('2026-11-27T17:40'));
    expect(warnMoment(limit, dueAt, 10, beijing)).toBe(at('2026-11-30T09:00'));
  });

  it('leaves out the lunch break and a week of holidays', () => {
    expect(warnMoment(limit, at('2026-11-27T13:40'), 30, beijing)).toBe(at('2026-11-27T11:40'));
    expect(warnMoment(limit, at('2026-10-08T09:20'), 60, beijing)).toBe(at('2026-09-30T17:20'));
  });

  it('counts a make-up workday as the day whose hours it has', () => {
    expect(warnMoment(limit, at('2026-10-12T09:10'), 30, beijing)).toBe(at('2026-10-10T17:40'));
  });

  it('is not touched where the limit runs day and night', () => {
    const plain = { unit: 'h', count: 24 } as const;
    expect(warnMoment(plain, at('2026-11-28T03:00'), 30, beijing)).toBe(at('2026-11-28T02:30'));
  });
});
