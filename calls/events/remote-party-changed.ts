import { remotePartySchema } from '../remote-party.ts';
import { callEvent } from './event-kind.ts';

/**
 * The phone system says that the agent is connected with somebody else, or says now who it is: a
 * colleague transferred the call (RFC 3325 in a re-INVITE or UPDATE).
 */
export const remotePartyChanged = callEvent('remote-party-changed', { remoteParty: remotePartySchema });
