import * as v from 'valibot';
import { calledNumbersSchema } from '../called-numbers.ts';
import { remotePartySchema } from '../remote-party.ts';
import { durationSchema } from '../vocabulary/instant.ts';
import { callEvent } from './event-kind.ts';

/** An inbound call rings: the first 180 was sent. Version 1 knew no called numbers. */
export const ringing = callEvent(
  'ringing',
  {
    remoteParty: remotePartySchema,
    /** Time in the queue before the first ring; null where the phone system does not say. */
    queuedMs: v.nullable(durationSchema),
    /** What the caller may have dialled, the most likely first; absent where nothing says it. */
    calledNumbers: v.exactOptional(calledNumbersSchema),
  },
  { version: 2, migrate: (event) => event },
);
