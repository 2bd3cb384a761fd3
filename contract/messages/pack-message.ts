import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../pack/pack.ts';
import type { ReleaseRefusal } from '../release/verify-release.ts';

/**
 * Name of the BroadcastChannel on which the phone host publishes the script pack in use. Same
 * origin only.
 */
export const PACK_CHANNEL = 'sansheng-pack';

/** The release in use, with what the panel shows about it. */
export interface ReleaseInUse {
  readonly digest: string;
  readonly sequence: number;
  readonly version: string;
  readonly by: string;
  readonly message: string;
  readonly since: Instant;
  /** When the agent dismissed the change note; null while it is shown. */
  readonly readAt: Instant | null;
  readonly expiresAt: Instant;
}

/** The pack in use, and why a newer one is not used. */
export interface PackState {
  /** Null: the pack of the extension. */
  readonly inUse: ReleaseInUse | null;
  readonly waiting: {
    readonly sequence: number;
    readonly version: string;
    readonly since: Instant;
    /** Null: it waits for the end of the call. */
    readonly startsAt: Instant | null;
  } | null;
  /** The last refused release; cleared when another one is accepted. */
  readonly refused: { readonly refusal: ReleaseRefusal; readonly at: Instant } | null;
}

export const SHIPPED_PACK: PackState = { inUse: null, waiting: null, refused: null };

export type PackMessage =
  /** From a page that has just opened. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'note-read'; readonly digest: string }
  | { readonly kind: 'state'; readonly state: PackState }
  /** In use from now on: all later journal entries use it. */
  | { readonly kind: 'swapped'; readonly key: string; readonly pack: Pack };
