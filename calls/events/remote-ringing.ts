import { callEvent } from './event-kind.ts';

/** The other side of an outbound call rings (180). */
export const remoteRinging = callEvent('remote-ringing', {});
