import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../calls/vocabulary/instant.ts';
import { timeZoneSchema } from '../pack/time-zone.ts';

/**
 * A clock as the background stores it for notifications: without names, numbers or typed text.
 * Times in ms since the epoch.
 */
export const scheduledClockSchema = v.strictObject({
  id: boundedText(400),
  /** What a press on the notification opens. */
  order: boundedText(80),
  /** Kind and stage, in the reader's language. */
  label: boundedText(2_000),
  warnAt: instantSchema,
  dueAt: instantSchema,
  /** The team's time zone, by which its time is named; absent: the device's. */
  timeZone: v.exactOptional(timeZoneSchema),
});

/** What the agent was notified of, by the clock's id: that it ends soon, then that it is over. */
export const notifiedClocksSchema = v.record(boundedText(400), v.picklist(['warned', 'over']));

export type ScheduledClock = Readonly<v.InferOutput<typeof scheduledClockSchema>>;
export type NotifiedClocks = Readonly<v.InferOutput<typeof notifiedClocksSchema>>;
