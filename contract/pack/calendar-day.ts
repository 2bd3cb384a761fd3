import * as v from 'valibot';
import { isRealDay } from './real-day.ts';

/** A day of one year, `YYYY-MM-DD`; 30 February is none. */
export const daySchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form day'),
  v.check(isRealDay, 'form day'),
);

/** A day of every year, `MM-DD`. */
export const yearlyDaySchema = v.pipe(
  v.string(),
  v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form yearly-day'),
  v.check(isRealDay, 'form yearly-day'),
);
