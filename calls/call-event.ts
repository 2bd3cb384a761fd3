import type { CallEnd } from './call-end.ts';
import type { RemoteParty } from './remote-party.ts';

/** Stable for the life of a call and the same from every source that reports it (derived from the SIP Call-ID). */
export type CallId = string;

/** Milliseconds since the epoch, as the reporting source saw it. */
export type Instant = number;

/** Who put the call on hold: `local` is the agent's side. */
export type HoldOriginator = 'local' | 'remote';

interface OfCall<T extends string> {
  readonly type: T;
  readonly call: CallId;
  readonly at: Instant;
}

/** What a phone reports about one call. Every event carries its own time; nothing here asks a clock. */
export type CallEvent =
  | (OfCall<'ringing'> & {
      readonly remoteParty: RemoteParty;
      /** Time the caller already spent in a queue, ms, where the phone system passes it on. */
      readonly queuedMs: number | null;
    })
  /** Came while the agent was not ready: refused at once, without a ring. The first and the last of its call. */
  | (OfCall<'turned-away'> & {
      readonly remoteParty: RemoteParty;
      readonly queuedMs: number | null;
      readonly sipStatus: number;
    })
  | (OfCall<'dialling'> & { readonly remoteParty: RemoteParty })
  | OfCall<'remote-ringing'>
  | (OfCall<'answering'> & { readonly by: 'agent' | 'auto' })
  | OfCall<'answered'>
  | (OfCall<'held'> & { readonly holdOriginator: HoldOriginator })
  | (OfCall<'resumed'> & { readonly holdOriginator: HoldOriginator })
  | OfCall<'muted'>
  | OfCall<'unmuted'>
  | (OfCall<'transfer-started'> & { readonly target: string; readonly kind: 'blind' | 'attended' })
  | (OfCall<'transfer-failed'> & { readonly sipStatus: number | null })
  | (OfCall<'ended'> & { readonly end: CallEnd });

/** What a phone reports about itself. */
export type PhoneEvent =
  | { readonly type: 'registered'; readonly at: Instant }
  | {
      readonly type: 'registration-lost';
      readonly at: Instant;
      readonly cause: 'network' | 'refused' | 'stale' | 'stopped';
    };
