import * as v from 'valibot';
import { daySchema } from './calendar-day.ts';
import { weekdaySchema, weeklySpanSchema } from './directory.ts';
import { localizedTextSchema } from './localized-text.ts';

/** The team's working hours, for promises in working hours and days (handbook §4.3). */
export const calendarSchema = v.strictObject({
  hours: v.pipe(v.array(weeklySpanSchema), v.minLength(1)),
  /** Days on which nobody works, both ends included. */
  holidays: v.array(v.strictObject({ name: localizedTextSchema, from: daySchema, to: daySchema })),
  /** Make-up workdays for a holiday (调休), with the hours of the named weekday. */
  shifted: v.array(v.strictObject({ day: daySchema, as: weekdaySchema })),
});

export type Calendar = v.InferOutput<typeof calendarSchema>;

/** For a pack without working hours. */
export const DEFAULT_CALENDAR: Calendar = {
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }],
  holidays: [],
  shifted: [],
};
