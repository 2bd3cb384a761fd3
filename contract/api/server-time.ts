import * as v from 'valibot';
import { instantSchema } from '../team/envelope.ts';

/** Header of every answer: the server's clock when it answered, in ms since the epoch. */
export const SERVER_TIME_HEADER = 'sansheng-time';

const headerSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), instantSchema);

/** The server's time and when, by this device's clock, the request left and the answer came. */
export interface TimeReading {
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly serverTime: number;
}

/** The time in an answer; null if the header is missing or is none. */
export function serverTimeOf(header: string | null): number | null {
  const parsed = v.safeParse(headerSchema, header);
  return parsed.success ? parsed.output : null;
}
