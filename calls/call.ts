import type { CallEnd } from './call-end.ts';
import type { CallId, Instant } from './call-event.ts';
import type { RemoteParty } from './remote-party.ts';
import type { Signalled } from './signalled.ts';

interface CallIdentity extends Signalled {
  readonly id: CallId;
  readonly direction: 'inbound' | 'outbound';
  /** The one that the phone system named last. */
  readonly remoteParty: RemoteParty;
  /** For whom a diverted call rang first; null for a call that was not diverted. */
  readonly originalTarget: RemoteParty | null;
  /** First 180 sent (inbound) or INVITE sent (outbound). Rings are counted from here. */
  readonly startedAt: Instant;
}

/**
 * When each side put the call on hold; null while it does not. Both may hold at once (RFC 3264
 * §8.4 `inactive`).
 */
export interface HoldSince {
  readonly local: Instant | null;
  readonly remote: Instant | null;
}

export type Transfer =
  | { readonly state: 'none' }
  | { readonly state: 'under-way'; readonly target: string; readonly kind: 'blind' | 'attended' }
  | { readonly state: 'failed'; readonly target: string; readonly sipStatus: number | null };

export type RingingCall = CallIdentity & { readonly state: 'ringing' };
export type AnsweringCall = CallIdentity & {
  readonly state: 'answering';
  readonly answeringSince: Instant;
  readonly by: 'agent' | 'auto';
};
export type DiallingCall = CallIdentity & { readonly state: 'dialling' };
export type RemoteRingingCall = CallIdentity & {
  readonly state: 'remote-ringing';
  readonly remoteRingingSince: Instant;
  /** The agent hears the other network: its own ringing tone, an announcement, a queue. */
  readonly earlyMedia: boolean;
};
export type EstablishedCall = CallIdentity & {
  readonly state: 'established';
  readonly answeredAt: Instant;
  readonly hold: HoldSince;
  readonly mutedSince: Instant | null;
  readonly transfer: Transfer;
};
export type EndedCall = CallIdentity & {
  readonly state: 'ended';
  /** Null if it was never answered. */
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant;
  readonly end: CallEnd;
};

/** One call, in exactly one state. */
export type Call =
  | RingingCall
  | AnsweringCall
  | DiallingCall
  | RemoteRingingCall
  | EstablishedCall
  | EndedCall;

/**
 * True while the agent's voice goes, or is about to go, to this call. At most one call at a time
 * may say so.
 */
export function isActive(call: Call): boolean {
  switch (call.state) {
    case 'answering':
    case 'dialling':
    case 'remote-ringing':
      return true;
    case 'established':
      return call.hold.local === null;
    case 'ringing':
    case 'ended':
      return false;
  }
}
