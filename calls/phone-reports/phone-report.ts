import * as v from 'valibot';
import { LONGEST_NAME, LONGEST_NUMBER } from '../remote-party.ts';
import { boundedText } from '../vocabulary/bounded-text.ts';
import { wholeInstantSchema } from '../vocabulary/instant.ts';

/** Longest id that a phone or PBX gives a call; Call-IDs of SIP are shorter. */
export const LONGEST_PHONE_CALL_ID = 200;

/** `missed`: it rang in vain; `refused`: declined or busy; `elsewhere`: another phone answered. */
export const phoneReportEventSchema = v.picklist([
  'incoming',
  'outgoing',
  'answered',
  'held',
  'resumed',
  'ended',
  'missed',
  'refused',
  'elsewhere',
]);

/**
 * What a desk phone or a PBX says about one call, by an HTTP request. All of it is the phone's own
 * claim: hostile text. Null: the phone does not say.
 */
export const phoneReportSchema = v.strictObject({
  event: phoneReportEventSchema,
  /** The id that the phone itself gives the call. */
  call: v.nullable(boundedText(LONGEST_PHONE_CALL_ID)),
  number: v.nullable(boundedText(LONGEST_NUMBER)),
  name: v.nullable(boundedText(LONGEST_NAME)),
  direction: v.nullable(v.picklist(['inbound', 'outbound'])),
  /** Who hung up. */
  by: v.nullable(v.picklist(['agent', 'remote-party'])),
  /** When the server received it: phones send no time. */
  at: wholeInstantSchema,
});

export type PhoneReport = Readonly<v.InferOutput<typeof phoneReportSchema>>;
export type PhoneReportEvent = PhoneReport['event'];
