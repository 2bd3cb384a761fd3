import * as v from 'valibot';
import { calledNumbersSchema } from './called-numbers.ts';
import { durationSchema } from './vocabulary/instant.ts';

/**
 * The call is in another program, such as a softphone in a web page: its source can watch it, and
 * carries out no command. Absent for a call of the extension's own phone.
 */
export const watchEntries = { watchOnly: v.exactOptional(v.literal(true)) };

/**
 * What the phone system says about an inbound call beside its two parties, by headers of the
 * INVITE. The `ringing` event carries it and the call keeps it: a new one is added here, and read
 * in sources/jssip/begin-call.ts. Optional, unless older journals have it too.
 */
export const signalledEntries = {
  /** Time in the queue before the first ring, ms; null where the phone system does not say. */
  queuedMs: v.nullable(durationSchema),
  /** What the caller may have dialled, the most likely first; absent where nothing says it. */
  calledNumbers: v.exactOptional(calledNumbersSchema),
  /**
   * Known by the audio of its page alone, from the answer on: without number and ring. Its
   * direction is not known either; it counts as inbound.
   */
  mediaOnly: v.exactOptional(v.literal(true)),
  ...watchEntries,
};

const signalledSchema = v.object(signalledEntries);

export type Signalled = Readonly<v.InferOutput<typeof signalledSchema>>;

/** An outbound call has no INVITE to read. */
export const NOTHING_SIGNALLED: Signalled = { queuedMs: null };

/** These fields alone, of an event or a call that has others too. */
export function signalledOf(source: Signalled): Signalled {
  return v.parse(signalledSchema, source);
}
