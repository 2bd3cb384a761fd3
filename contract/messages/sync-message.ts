import type { Instant } from '../../calls/call-event.ts';
import type { Role } from '../api/members/role.ts';

/** Name of the BroadcastChannel on which the syncer says how far it is. Same origin only. */
export const SYNC_CHANNEL = 'sansheng-sync';

/** Web lock of the one syncer of a browser profile. */
export const SYNC_LOCK = 'sansheng-sync';

/** An item that the server refused: a note or an event of the team log, and the reason. */
export interface RefusedItem {
  /** `comments`: a comment was read. */
  readonly of: 'note' | 'facts' | 'gone' | 'team' | 'comments';
  readonly id: string;
  readonly reason: string;
  readonly detail: string | null;
}

/** How far what was written here has travelled. */
export type SyncState =
  /** There is no server, and nothing is missing. */
  | { readonly state: 'local' }
  /** The link to the server is sealed until the unlock. */
  | { readonly state: 'locked' }
  | { readonly state: 'synced'; readonly at: Instant }
  | { readonly state: 'waiting'; readonly count: number }
  | { readonly state: 'offline'; readonly since: Instant; readonly count: number }
  /** The server will not have this device or this version: somebody must do something. */
  | {
      readonly state: 'stopped';
      readonly why: 'signed-out' | 'server-older' | 'extension-older' | 'server-broken';
      readonly count: number;
    }
  | { readonly state: 'refused'; readonly items: readonly RefusedItem[] };

export type SyncMessage =
  /** From a view that has just opened, or that changed the link. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'sync-now' }
  /** Offer what was refused once more. */
  | { readonly kind: 'retry-refused' }
  /** It stays on this computer and is not offered again. */
  | { readonly kind: 'keep-here'; readonly of: RefusedItem['of']; readonly id: string }
  /**
   * From the host: whose stages of work orders the team leaves to this agent, and the agent's
   * role; null in no team.
   */
  | { readonly kind: 'work-order-role'; readonly workOrderRole: string | null; readonly role: Role | null }
  | { readonly kind: 'state'; readonly state: SyncState };
