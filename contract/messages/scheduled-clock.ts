import * as v from 'valibot';

/**
 * A clock as the background stores it for notifications: without names, numbers or typed text.
 * Times in ms since the epoch.
 */
export const scheduledClockSchema = v.strictObject({
  id: v.string(),
  /** What a press on the notification opens. */
  order: v.string(),
  /** Kind and stage, in the reader's language. */
  label: v.string(),
  warnAt: v.number(),
  dueAt: v.number(),
});

/** What the agent was notified of, by the clock's id: that it ends soon, then that it is over. */
export const notifiedClocksSchema = v.record(v.string(), v.picklist(['warned', 'over']));

export type ScheduledClock = Readonly<v.InferOutput<typeof scheduledClockSchema>>;
export type NotifiedClocks = Readonly<v.InferOutput<typeof notifiedClocksSchema>>;
