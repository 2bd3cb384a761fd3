import * as v from 'valibot';
import { remotePartySchema } from '../remote-party.ts';
import { callEvent, durationSchema, sipStatusSchema } from './event-kind.ts';

/**
 * An inbound call came while the agent was not ready and was refused without a ring. It is the
 * only event of its call.
 */
export const turnedAway = callEvent('turned-away', {
  remoteParty: remotePartySchema,
  queuedMs: v.nullable(durationSchema),
  sipStatus: sipStatusSchema,
});
