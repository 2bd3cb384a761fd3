import * as v from 'valibot';
import { remotePartySchema } from '../remote-party.ts';
import { callEvent, durationSchema } from './event-kind.ts';

/** An inbound call rings: the first 180 was sent. */
export const ringing = callEvent('ringing', {
  remoteParty: remotePartySchema,
  /** Time in the queue before the first ring; null where the phone system does not say. */
  queuedMs: v.nullable(durationSchema),
});
