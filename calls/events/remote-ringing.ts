import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/**
 * The other side of an outbound call rings (180), or its network sends sound before the answer
 * (RFC 3960). Version 1 did not say which.
 */
export const remoteRinging = callEvent(
  'remote-ringing',
  {
    /** Its packets arrive: the agent hears the network. Without them the phone plays a tone. */
    earlyMedia: v.boolean(),
  },
  { version: 2, migrate: (event) => ({ ...event, earlyMedia: false }) },
);
