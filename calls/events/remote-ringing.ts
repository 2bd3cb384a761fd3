import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/**
 * The other side of an outbound call rings (180), or its network sends sound before the answer
 * (RFC 3960). Version 1 did not say which.
 */
export const remoteRinging = callEvent(
  'remote-ringing',
  {
    /** The agent hears the network now. False when it stopped: the phone plays a tone instead. */
    earlyMedia: v.boolean(),
  },
  { version: 2, migrate: (event) => ({ ...event, earlyMedia: false }) },
);
