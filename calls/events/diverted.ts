import { remotePartySchema } from '../remote-party.ts';
import { callEvent } from './event-kind.ts';

/** The call rang for somebody else first (RFC 5806, RFC 7044). Follows `ringing`. */
export const diverted = callEvent('diverted', { originalTarget: remotePartySchema });
