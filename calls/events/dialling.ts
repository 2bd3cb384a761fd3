import { remotePartySchema } from '../remote-party.ts';
import { watchEntries } from '../signalled.ts';
import { callEvent } from './event-kind.ts';

/** An outbound call: the INVITE was sent. */
export const dialling = callEvent('dialling', {
  remoteParty: remotePartySchema,
  ...watchEntries,
});
