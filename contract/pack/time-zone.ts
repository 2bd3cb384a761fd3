import * as v from 'valibot';

/** Name of a time zone that this browser knows (IANA), such as `Asia/Shanghai`. */
export const timeZoneSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/, 'form time-zone'),
  v.check(isTimeZone, 'form time-zone'),
);

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
