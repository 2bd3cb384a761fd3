import * as v from 'valibot';
import { sipStatusSchema } from './events/event-kind.ts';

/**
 * How a call ended. One shape per way of ending, so that "missed", "answered elsewhere" and "the
 * network failed" are never mixed up in a list or a report.
 */
export const callEndSchema = v.variant('how', [
  /** BYE after the answer. */
  v.strictObject({ how: v.literal('hung-up'), by: v.picklist(['agent', 'remote-party']) }),
  /** CANCEL by the caller while ringing: a missed call. */
  v.strictObject({ how: v.literal('given-up') }),
  /** CANCEL whose Reason header (RFC 3326) says that another device answered: not a missed call. */
  v.strictObject({ how: v.literal('answered-elsewhere') }),
  /** The agent sent 486, 603 or 480. */
  v.strictObject({ how: v.literal('rejected'), sipStatus: sipStatusSchema }),
  /** The agent was not ready: refused before it rang. */
  v.strictObject({ how: v.literal('turned-away'), sipStatus: sipStatusSchema }),
  /** An outbound call that the other side refused. */
  v.strictObject({ how: v.literal('refused'), sipStatus: sipStatusSchema, cause: v.string() }),
  /** The agent cancelled an outbound call before it was answered. */
  v.strictObject({ how: v.literal('cancelled') }),
  /** Nobody answered in time (RFC 3261 §13.3.1.1, 408 or 487 by timer). */
  v.strictObject({ how: v.literal('no-answer') }),
  /** REFER was accepted and the call transferred. */
  v.strictObject({ how: v.literal('transferred'), target: v.string() }),
  /** Signalling or media broke. `sipStatus` where a response says so. */
  v.strictObject({
    how: v.literal('failed'),
    cause: v.string(),
    sipStatus: v.nullable(sipStatusSchema),
  }),
  /** The phone host died during the call, and closed it when it restarted. */
  v.strictObject({ how: v.literal('lost') }),
]);

export type CallEnd = Readonly<v.InferOutput<typeof callEndSchema>>;

/** A missed call rang until the caller gave up or nobody answered in time. */
export function isMissed(end: CallEnd): boolean {
  return end.how === 'given-up' || end.how === 'no-answer';
}
