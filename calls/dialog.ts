import * as v from 'valibot';
import { boundedText } from './vocabulary/bounded-text.ts';
import { wholeNumber } from './vocabulary/whole-number.ts';

/** A part of a SIP message: one line, and no longer than a server would take. */
const lineSchema = v.pipe(boundedText(2000), v.minLength(1), v.regex(/^[^\r\n]+$/));

/** Above any number that this phone reaches in one call (RFC 3261 §8.1.1.5: below 2³¹). */
const HIGHEST_CSEQ = 2 ** 31 - 1;

/**
 * What a request inside a call needs (RFC 3261 §12.2.1.1), to end a call whose phone host died in
 * it. `cseq` is the last number that this phone is known to have used.
 */
export const dialogSchema = v.strictObject({
  callId: lineSchema,
  localTag: lineSchema,
  remoteTag: lineSchema,
  localUri: lineSchema,
  remoteUri: lineSchema,
  remoteTarget: lineSchema,
  routeSet: v.pipe(v.array(lineSchema), v.maxLength(70)),
  cseq: wholeNumber(0, HIGHEST_CSEQ),
});

export type Dialog = v.InferOutput<typeof dialogSchema>;

/**
 * `ended`: the phone system answered, whatever it said: it does not have the call any more.
 * `no-answer`: try again after the next registration.
 */
export type AbandonedEnd = 'ended' | 'no-answer';

/** Requests of the dead host that are not known of: keys, holds, transfers, their challenges. */
const CSEQ_GAP = 10_000;

/** A number that is higher than any that the dead host used; gaps are allowed. */
export function nextCseq({ cseq }: Dialog): number {
  return Math.min(cseq + CSEQ_GAP, HIGHEST_CSEQ);
}
