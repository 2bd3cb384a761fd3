import * as v from 'valibot';
import { remotePartySchema } from '../remote-party.ts';
import { durationSchema } from '../vocabulary/instant.ts';
import { callEvent, sipStatusSchema } from './event-kind.ts';

/**
 * An inbound call was refused without a ring: the agent was not ready, or, with `why`, the number
 * is blocked or no phone like this could have answered it. It is the only event of its call.
 */
export const turnedAway = callEvent('turned-away', {
  remoteParty: remotePartySchema,
  queuedMs: v.nullable(durationSchema),
  sipStatus: sipStatusSchema,
  why: v.exactOptional(
    v.picklist([
      'no-common-codec',
      'no-audio',
      'no-encryption',
      'no-ice',
      'unreadable',
      'malformed',
      'unsupported',
      /** The number is blocked. */
      'blocked',
    ]),
  ),
});
