import type { AgentEvent } from './agent-event.ts';
import type { CallEvent, CallId, PhoneEvent } from './call-event.ts';
import type { HostEvent } from './host-event.ts';
import type { LineEvent } from './line-event.ts';

export type JournalEvent = CallEvent | PhoneEvent | LineEvent | AgentEvent | HostEvent;

/** Who reported: `line`, `agent`, `host` (a call closed as lost), or the id of a call source. */
export type JournalSource = string;

/** One small fact. `seq` grows by one within a browser profile; only the phone host hands it out. */
export interface JournalEntry {
  readonly seq: number;
  readonly source: JournalSource;
  readonly event: JournalEvent;
  /** Names the script pack that was in use; absent in entries of before there were several: that of the entry before. */
  readonly pack?: string;
}

/** The call an event speaks of, or null for events of the phone itself. */
export function callOf(event: JournalEvent): CallId | null {
  return 'call' in event ? event.call : null;
}
