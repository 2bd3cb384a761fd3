import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import {
  type NotifiedClocks,
  notifiedClocksSchema,
  type ScheduledClock,
  scheduledClockSchema,
} from '../contract/messages/scheduled-clock.ts';
import { clockNotifications, mergeSchedule, overdueCount } from '../rules/work-orders/clock-notifications.ts';
import { showClocks } from './clock-notification.ts';
import { showOverdue } from './status-badge.ts';

const SCHEDULE = 'clock-schedule';
const NOTIFIED = 'clock-notified';
/** Rings at the next moment that is to be told. */
const NEXT_ALARM = 'work-order-clock';
/** Looks in passing, because a system clock that was set forward moves no alarm. */
const CHECK_ALARM = 'work-order-check';
const CHECK_MINUTES = 0.5;

const queue = new SerialQueue();

/** Tells clocks of work orders by alarm, also with no phone host and no panel. What is kept holds no name and no number. */
export function watchClocks(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NEXT_ALARM || name === CHECK_ALARM) void queue.run(checkClocks);
  });
  browser.runtime.onStartup.addListener(() => void queue.run(checkClocks));
  void browser.alarms.create(CHECK_ALARM, { periodInMinutes: CHECK_MINUTES });
}

/** The phone host has looked at the ledger. */
export function scheduleClocks(clocks: readonly ScheduledClock[], complete: boolean): Promise<void> {
  return queue.run(async () => {
    const { schedule } = await kept();
    await browser.storage.local.set({ [SCHEDULE]: mergeSchedule(schedule, clocks, complete) });
    await checkClocks();
  });
}

/** Shown first, remembered after: a crash between the two says a thing twice rather than never. */
async function checkClocks(): Promise<void> {
  const { schedule, notified } = await kept();
  const now = Date.now();
  const notifications = clockNotifications(schedule, notified, now);
  if (notifications.notify.length > 0) await showClocks(notifications.notify);
  if (JSON.stringify(notifications.notified) !== JSON.stringify(notified)) {
    await browser.storage.local.set({ [NOTIFIED]: notifications.notified });
  }
  await showOverdue(overdueCount(schedule, now));
  if (notifications.nextAt === null) await browser.alarms.clear(NEXT_ALARM);
  else await browser.alarms.create(NEXT_ALARM, { when: notifications.nextAt });
}

async function kept(): Promise<{
  readonly schedule: readonly ScheduledClock[];
  readonly notified: NotifiedClocks;
}> {
  const found = await browser.storage.local.get([SCHEDULE, NOTIFIED]);
  const schedule = v.safeParse(v.array(scheduledClockSchema), found[SCHEDULE]);
  const notified = v.safeParse(notifiedClocksSchema, found[NOTIFIED]);
  return {
    schedule: schedule.success ? schedule.output : [],
    notified: notified.success ? notified.output : {},
  };
}
