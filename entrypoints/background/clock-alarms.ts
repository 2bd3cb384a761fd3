import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Turns } from '../../calls/sources/turns.ts';
import {
  type ScheduledClock,
  scheduledClockSchema,
  type ToldClocks,
  toldClocksSchema,
} from '../../contract/messages/scheduled-clock.ts';
import { clockTellings, mergeSchedule, overdueCount } from '../../rules/work-orders/clock-tellings.ts';
import { showClocks } from './clock-notification.ts';
import { showOverdue } from './status-badge.ts';

const SCHEDULE = 'clock-schedule';
const TOLD = 'clock-told';
/** Rings at the next moment that is to be told. */
const NEXT_ALARM = 'work-order-clock';
/** Looks in passing, because a system clock that was set forward moves no alarm. */
const LOOK_ALARM = 'work-order-look';
const LOOK_MINUTES = 0.5;

const turns = new Turns();

/** Tells clocks of work orders by alarm, also with no phone host and no panel. What is kept holds no name and no number. */
export function tellClocks(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NEXT_ALARM || name === LOOK_ALARM) void turns.take(look);
  });
  browser.runtime.onStartup.addListener(() => void turns.take(look));
  void browser.alarms.create(LOOK_ALARM, { periodInMinutes: LOOK_MINUTES });
}

/** The phone host has looked at the ledger. */
export function scheduleClocks(clocks: readonly ScheduledClock[], complete: boolean): Promise<void> {
  return turns.take(async () => {
    const { schedule } = await kept();
    await browser.storage.local.set({ [SCHEDULE]: mergeSchedule(schedule, clocks, complete) });
    await look();
  });
}

/** Shown first, remembered after: a crash between the two says a thing twice rather than never. */
async function look(): Promise<void> {
  const { schedule, told } = await kept();
  const now = Date.now();
  const tellings = clockTellings(schedule, told, now);
  if (tellings.tell.length > 0) await showClocks(tellings.tell);
  if (JSON.stringify(tellings.told) !== JSON.stringify(told)) {
    await browser.storage.local.set({ [TOLD]: tellings.told });
  }
  await showOverdue(overdueCount(schedule, now));
  if (tellings.nextAt === null) await browser.alarms.clear(NEXT_ALARM);
  else await browser.alarms.create(NEXT_ALARM, { when: tellings.nextAt });
}

async function kept(): Promise<{ readonly schedule: readonly ScheduledClock[]; readonly told: ToldClocks }> {
  const found = await browser.storage.local.get([SCHEDULE, TOLD]);
  const schedule = v.safeParse(v.array(scheduledClockSchema), found[SCHEDULE]);
  const told = v.safeParse(toldClocksSchema, found[TOLD]);
  return { schedule: schedule.success ? schedule.output : [], told: told.success ? told.output : {} };
}
