import type { CallCommand, CommandResult } from './call-command.ts';
import type { CallEvent, PhoneEvent } from './call-event.ts';

/**
 * One phone system, seen from here: it reports events and takes commands. Sources keep their own objects (an
 * RTCSession, a dialog) to themselves; ids and events are all that leaves.
 */
export interface CallSource {
  /** Begins to report. `emit` is called in the order in which things happened. */
  start(emit: (event: CallEvent | PhoneEvent) => void): void;
  command(command: CallCommand): Promise<CommandResult>;
  /** Ends calls, unregisters, frees media. */
  stop(): Promise<void>;
}
