import * as v from 'valibot';
import { localParts } from '../table/local-stamp.ts';

/** Name of a time zone that this browser knows (IANA), such as `Asia/Shanghai`. */
export const timeZoneSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/, 'form time-zone'),
  v.check(isTimeZone, 'form time-zone'),
);

/** Of a team whose pack names none, where there is no computer whose zone could be meant. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

function isTimeZone(name: string): boolean {
  try {
    localParts(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
