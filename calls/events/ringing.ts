import { remotePartySchema } from '../remote-party.ts';
import { signalledEntries } from '../signalled.ts';
import { callEvent } from './event-kind.ts';

/**
 * An inbound call rings: the first 180 was sent. One that is known by its audio alone begins with
 * it too, but never rings: it is answered at the same moment. Version 1 knew no called numbers.
 */
export const ringing = callEvent(
  'ringing',
  { remoteParty: remotePartySchema, ...signalledEntries },
  { version: 2, migrate: (event) => event },
);
