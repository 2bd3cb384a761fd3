import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../calls/call-command.ts';
import type { CallId } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { PhoneNotice, PhoneStatus, ProblemCounts } from './phone-status.ts';

/**
 * Name of the BroadcastChannel between the phone host and its views. Same origin only: messages
 * are typed, not parsed.
 */
export const HOST_CHANNEL = 'sansheng-host';

/**
 * Web lock that the phone host holds while it runs: there is only one host, and its end is noticed
 * at once.
 */
export const HOST_LOCK = 'sansheng-phone-host';

/** What a view asks of the phone host. Ids make a command apply once, however often it arrives. */
export type ViewRequest =
  | { readonly kind: 'command'; readonly id: string; readonly command: CallCommand }
  | { readonly kind: 'record'; readonly id: string; readonly event: AgentEvent }
  /**
   * Ends a call that its script does not let end yet: a held press, journaled with the steps that
   * were pending.
   */
  | { readonly kind: 'force-hang-up'; readonly id: string; readonly call: CallId }
  /**
   * A press that names no call: the host chooses the ringing call, or the active one.
   */
  | { readonly kind: 'shortcut'; readonly id: string; readonly shortcut: 'answer' | 'hang-up' | 'mute' }
  /** A view that has just subscribed asks for the phone status and the newest sequence number. */
  | { readonly kind: 'hello' }
  /** Sent by the page that changed settings or credentials. */
  | { readonly kind: 'settings-changed' }
  /** What is named by a notice is tried again at once. */
  | { readonly kind: 'retry' }
  /** A host that lives answers at once, whatever else it is doing. */
  | { readonly kind: 'ping'; readonly id: string };

/** What the phone host sends to every view. */
export type HostMessage =
  | { readonly kind: 'appended'; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'acknowledged'; readonly id: string; readonly result: CommandResult }
  | {
      readonly kind: 'phone-status';
      readonly phoneStatus: PhoneStatus;
      readonly problems: ProblemCounts;
      readonly notices: readonly PhoneNotice[];
      readonly newestSeq: number;
      /** By the host's clock, which the times of the journal follow. */
      readonly now: number;
    }
  | { readonly kind: 'pong'; readonly id: string; readonly host: HostStage };

/** A host that starts takes no commands yet. */
export type HostStage = 'starting' | 'running';
