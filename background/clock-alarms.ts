import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import {
  type NotifiedClocks,
  notifiedClocksSchema,
  type ScheduledClock,
  scheduledClockSchema,
} from '../contract/messages/scheduled-clock.ts';
import { clockOffsetSchema } from '../contract/team/clock-offset.ts';
import { clockNotifications, mergeSchedule, overdueCount } from '../rules/work-orders/clock-notifications.ts';
import { showClocks } from './clock-notification.ts';
import { showOverdue } from './status-badge.ts';

const SCHEDULE = 'clock-schedule';
const NOTIFIED = 'clock-notified';
/** Server clock minus device clock when the phone host measured it last, ms. */
const OFFSET = 'clock-offset';
/** Set for the next notification. */
const NEXT_ALARM = 'work-order-clock';
/** Checks regularly: a system clock that is set forward moves no alarm. */
const CHECK_ALARM = 'work-order-check';
const CHECK_MINUTES = 0.5;

const queue = new SerialQueue();

/**
 * Notifies of the clocks of work orders by alarms, also without a phone host and a panel. The
 * stored schedule has no names and no numbers.
 */
export function watchClocks(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NEXT_ALARM || name === CHECK_ALARM) void queue.run(checkClocks);
  });
  browser.runtime.onStartup.addListener(() => void queue.run(checkClocks));
  void browser.alarms.create(CHECK_ALARM, { periodInMinutes: CHECK_MINUTES });
}

/** Replaces the schedule; `complete` false: the phone host could not read all team events. */
export function scheduleClocks(
  clocks: readonly ScheduledClock[],
  complete: boolean,
  offset: number,
): Promise<void> {
  return queue.run(async () => {
    const { schedule } = await kept();
    const merged = mergeSchedule(schedule, clocks, complete);
    await browser.storage.local.set({ [SCHEDULE]: merged, [OFFSET]: offset });
    await checkClocks();
  });
}

/** Shows first and remembers then: a crash in between repeats a notification, and loses none. */
async function checkClocks(): Promise<void> {
  const { schedule, notified, offset } = await kept();
  const now = Date.now() + offset;
  const notifications = clockNotifications(schedule, notified, now);
  if (notifications.notify.length > 0) await showClocks(notifications.notify);
  if (JSON.stringify(notifications.notified) !== JSON.stringify(notified)) {
    await browser.storage.local.set({ [NOTIFIED]: notifications.notified });
  }
  await showOverdue(overdueCount(schedule, now));
  if (notifications.nextAt === null) await browser.alarms.clear(NEXT_ALARM);
  else await browser.alarms.create(NEXT_ALARM, { when: notifications.nextAt - offset });
}

async function kept(): Promise<{
  readonly schedule: readonly ScheduledClock[];
  readonly notified: NotifiedClocks;
  readonly offset: number;
}> {
  const found = await browser.storage.local.get([SCHEDULE, NOTIFIED, OFFSET]);
  const schedule = v.safeParse(v.array(scheduledClockSchema), found[SCHEDULE]);
  const notified = v.safeParse(notifiedClocksSchema, found[NOTIFIED]);
  const offset = v.safeParse(clockOffsetSchema, found[OFFSET]);
  return {
    schedule: schedule.success ? schedule.output : [],
    notified: notified.success ? notified.output : {},
    offset: offset.success ? offset.output : 0,
  };
}
