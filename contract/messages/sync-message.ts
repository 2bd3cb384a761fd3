import type { Instant } from '../../calls/call-event.ts';
import type { OwnDevice } from '../api/members/member.ts';
import type { Role } from '../api/members/role.ts';

/** Name of the BroadcastChannel of the sync state. Same origin only. */
export const SYNC_CHANNEL = 'sansheng-sync';

/** Web lock: one context of a browser profile syncs. */
export const SYNC_LOCK = 'sansheng-sync';

/** A round of another host is given up then: its page may be frozen. The next try comes later. */
export const SYNC_LOCK_WITHIN_MS = 60_000;

/** An item that the server refused: a note or an event of the team log, and the reason. */
export interface RefusedItem {
  /** `comments`: a comment was read. */
  readonly of: 'note' | 'facts' | 'gone' | 'team' | 'comments';
  readonly id: string;
  readonly reason: string;
  readonly detail: string | null;
}

/** State of the synchronisation. */
export type SyncState =
  /** No server is used. */
  | { readonly state: 'local' }
  /** The link to the server is encrypted until the unlock. */
  | { readonly state: 'locked' }
  | { readonly state: 'synced'; readonly at: Instant }
  | { readonly state: 'waiting'; readonly count: number }
  | { readonly state: 'offline'; readonly since: Instant; readonly count: number }
  /** The server has enough of this device or its team for now; what is unsent stays here. */
  | { readonly state: 'limited'; readonly until: Instant; readonly count: number }
  /** The server rejects this device or version, or is refused here: somebody must act. */
  | {
      readonly state: 'stopped';
      readonly why: 'signed-out' | 'other-team' | 'server-older' | 'extension-older' | 'server-broken';
      readonly count: number;
    }
  | { readonly state: 'refused'; readonly items: readonly RefusedItem[] };

export type SyncMessage =
  /** From a view that has just opened, or that changed the link. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'sync-now' }
  /** Send the refused items again. */
  | { readonly kind: 'retry-refused' }
  /** The item stays on this computer and is not sent again. */
  | { readonly kind: 'keep-here'; readonly of: RefusedItem['of']; readonly id: string }
  /** From the host: the agent's work-order role and role in the team; null without a team. */
  | { readonly kind: 'work-order-role'; readonly workOrderRole: string | null; readonly role: Role | null }
  /** From the host: server clock minus device clock in ms; null while it is not known. */
  | { readonly kind: 'server-clock'; readonly offset: number | null }
  /** From the host: devices that enrolled as this agent by another one's code, newest first. */
  | { readonly kind: 'new-devices'; readonly devices: readonly OwnDevice[] }
  /** The agent has seen this one of them. */
  | { readonly kind: 'know-device'; readonly device: string }
  | { readonly kind: 'state'; readonly state: SyncState };
