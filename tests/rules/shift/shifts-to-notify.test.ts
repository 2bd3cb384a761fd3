import { describe, expect, it } from 'vitest';
import type { NotifiedClocks } from '../../../contract/messages/scheduled-clock.ts';
import { shiftsToNotify } from '../../../rules/shift/shifts-to-notify.ts';
import { clockNotifications, overdueCount } from '../../../rules/work-orders/clock-notifications.ts';

const begins = ['08:00', '16:00', '00:00'];
const at = (time: string) => Date.parse(`2026-11-30T${time}+08:00`);
const DAY = 86_400_000;
const shifts = (time: string) => shiftsToNotify({ begins }, at(time), 480, () => '值班：组长');

describe('a shift is announced 15 minutes before it begins, with a closed panel too', () => {
  it.each([
    ['07:44:59', []],
    ['07:45:00', [at('08:00')]],
    ['07:59:59', [at('08:00')]],
    ['08:00:00', []],
    ['15:50:00', [at('16:00')]],
    ['23:45:00', [at('00:00') + DAY]],
  ])('at %s', (time, expected) => {
    const { notify } = clockNotifications(shifts('07:00'), {}, at(time));
    expect(notify.map(({ clock }) => clock.dueAt)).toEqual(expected);
  });

  it('once, and never as late: nothing is over when it begins', () => {
    const schedule = shifts('07:00');
    let notified: NotifiedClocks = {};
    let said = 0;
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const step = clockNotifications(schedule, notified, at('07:00') + minute * 60_000);
      said += step.notify.length;
      notified = step.notified;
    }
    expect(said).toBe(3);
    expect(overdueCount(schedule, at('07:00') + 2 * DAY)).toBe(0);
  });

  it('not after the computer slept through the beginning', () => {
    expect(clockNotifications(shifts('07:00'), {}, at('09:30')).notify).toEqual([]);
  });

  it('the alarm is set for 15 minutes before', () => {
    expect(clockNotifications(shifts('07:00'), {}, at('07:00')).nextAt).toBe(at('07:45'));
  });

  it('the schedule holds the next day: a host that is gone has left its alarms', () => {
    expect(
      shifts('08:00')
        .map(({ dueAt }) => dueAt)
        .sort(),
    ).toEqual([at('16:00'), at('00:00') + DAY, at('08:00') + DAY]);
  });

  it('two entries of the same time are one; without shift times there is none', () => {
    const twice = shiftsToNotify({ begins: ['08:00', '08:00'] }, at('07:00'), 480, () => '');
    expect(twice).toHaveLength(1);
    expect(shiftsToNotify({ begins: [] }, at('07:50'), 480, () => '')).toEqual([]);
  });

  it('by the clock of the team’s zone, over a change to summer time', () => {
    const [shift] = shiftsToNotify(
      { begins: ['08:00'] },
      Date.parse('2027-03-13T20:00Z'),
      'America/New_York',
      () => '',
    );
    expect(shift?.dueAt).toBe(Date.parse('2027-03-14T12:00Z'));
  });
});
