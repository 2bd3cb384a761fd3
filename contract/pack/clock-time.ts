import * as v from 'valibot';

/** `HH:MM` on the local clock; `24:00` is the end of the day. */
export const clockTimeSchema = v.pipe(
  v.string(),
  v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'form clock-time'),
);

/** When something starts: not at the end of a day, but at 00:00 of the next. */
export const startTimeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form start-time'));

/** From `from` (included) to `to` (excluded); a `to` before `from` spans midnight. */
export const clockSpanSchema = v.strictObject({ from: startTimeSchema, to: clockTimeSchema });

export type ClockSpan = v.InferOutput<typeof clockSpanSchema>;
