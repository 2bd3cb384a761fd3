import * as v from 'valibot';
import { sipStatusSchema } from './events/event-kind.ts';
import { LONGEST_NUMBER } from './remote-party.ts';
import { boundedText } from './vocabulary/bounded-text.ts';

/** Why an outbound call was not put through, by the final response or its Reason header. */
export const REFUSAL_CAUSES = [
  'busy',
  'unknown-number',
  'declined',
  'not-reachable',
  'moved',
  /** No codec or no transport in common. */
  'codec',
  /** The phone system refused the account or its password. */
  'password',
  /** The phone system itself failed, or did not understand the request. */
  'own-system',
  /** Ended by the phone system; the agent did not cancel. */
  'cancelled',
] as const;
export type RefusalCause = (typeof REFUSAL_CAUSES)[number];

/** What broke, when no side ended the call. */
export const FAILURE_CAUSES = [
  'connection-lost',
  'no-reply-from-server',
  /** The audio path was lost. */
  'media-lost',
  /** The audio could not be set up. */
  'media-failed',
  /** This phone could not answer in time: WebRTC did not. */
  'answer-not-sent',
  /** The caller did not confirm the answer (ACK). */
  'answer-not-confirmed',
  /** The call could no longer be changed: WebRTC did not answer. */
  'stuck',
  'dialog-gone',
  /** The web page that had the call was closed or loaded anew. */
  'page-gone',
  'microphone-denied',
  'signalling-failed',
  /** The offer of the other side cannot be answered (RFC 3261 §13.3.1.3: 488). */
  'no-common-codec',
  'no-audio',
  'no-encryption',
  'no-ice',
  'unreadable-offer',
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

const failure = {
  cause: v.picklist(FAILURE_CAUSES),
  /** Where a response says so. */
  sipStatus: v.nullable(sipStatusSchema),
};

/** Longest text of the other side that is kept with an end. */
export const LONGEST_PHRASE = 200;

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
  /** Refused before it rang: the agent was not ready, or the number is blocked. */
  v.strictObject({
    how: v.literal('turned-away'),
    sipStatus: sipStatusSchema,
    blocked: v.exactOptional(v.literal(true)),
  }),
  /** An outbound call that was not put through. `phrase` is the other side's text: hostile. */
  v.strictObject({
    how: v.literal('refused'),
    sipStatus: sipStatusSchema,
    cause: v.picklist(REFUSAL_CAUSES),
    phrase: v.nullable(boundedText(LONGEST_PHRASE)),
  }),
  /** The agent cancelled an outbound call before it was answered. */
  v.strictObject({ how: v.literal('cancelled') }),
  /** It rang, and nobody answered in time (RFC 3261 §13.3.1.1; 408, 480 or 487 by timer). */
  v.strictObject({ how: v.literal('no-answer') }),
  /** REFER was accepted and the call transferred. */
  v.strictObject({ how: v.literal('transferred'), target: boundedText(LONGEST_NUMBER) }),
  /** Signalling or media broke before the call was answered. */
  v.strictObject({ how: v.literal('failed'), ...failure }),
  /** Signalling or media broke after the call was answered. */
  v.strictObject({ how: v.literal('broken'), ...failure }),
  /** The phone host died during the call, and closed it when it restarted. */
  v.strictObject({ how: v.literal('lost') }),
]);

export type CallEnd = Readonly<v.InferOutput<typeof callEndSchema>>;

/** The number was blocked: nobody missed the call. */
export function isBlocked(end: CallEnd): boolean {
  return end.how === 'turned-away' && end.blocked === true;
}

/** A missed call rang until the caller gave up or nobody answered in time. */
export function isMissed(end: CallEnd): boolean {
  return end.how === 'given-up' || end.how === 'no-answer';
}
