import * as v from 'valibot';
import { isRealDay } from './real-day.ts';

/** A typing error in the year is none of this century or the next. */
const DAY = /^2[01]\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const YEARLY_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day of one year, `YYYY-MM-DD`; 30 February is none. */
export const daySchema = v.pipe(v.string(), v.regex(DAY, 'form day'), v.check(isReal(DAY), 'form day'));

/** A day of every year, `MM-DD`. */
export const yearlyDaySchema = v.pipe(
  v.string(),
  v.regex(YEARLY_DAY, 'form yearly-day'),
  v.check(isReal(YEARLY_DAY), 'form yearly-day'),
);

/** What has another form is one problem, not two. */
function isReal(form: RegExp): (written: string) => boolean {
  return (written) => !form.test(written) || isRealDay(written);
}
