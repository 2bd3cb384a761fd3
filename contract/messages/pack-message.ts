import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../pack/pack.ts';
import type { ReleaseRefusal } from '../release/verify-release.ts';

/**
 * Name of the BroadcastChannel on which the phone host says which script pack is in use. Same
 * origin only.
 */
export const PACK_CHANNEL = 'sansheng-pack';

/** The release in use, as the agent may read about it. */
export interface ReleaseInUse {
  readonly digest: string;
  readonly sequence: number;
  readonly version: string;
  readonly by: string;
  readonly message: string;
  readonly since: Instant;
  /** When the agent waved the change note away; null while it is to be shown. */
  readonly readAt: Instant | null;
  readonly expiresAt: Instant;
}

/** Which pack is in use and why not another. */
export interface PackState {
  /** Null: the one that came with the extension. */
  readonly inUse: ReleaseInUse | null;
  readonly waiting: {
    readonly sequence: number;
    readonly version: string;
    readonly since: Instant;
    /** Null: for the end of the call. */
    readonly startsAt: Instant | null;
  } | null;
  /** The last one that would not do; forgotten when another one is taken. */
  readonly refused: { readonly refusal: ReleaseRefusal; readonly at: Instant } | null;
}

export const SHIPPED_PACK: PackState = { inUse: null, waiting: null, refused: null };

export type PackMessage =
  /** From a page that has just opened. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'note-read'; readonly digest: string }
  | { readonly kind: 'state'; readonly state: PackState }
  /** From this moment on; every journal entry that follows was made under it. */
  | { readonly kind: 'swapped'; readonly key: string; readonly pack: Pack };
