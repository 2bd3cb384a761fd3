import type { PulledItem } from '../../contract/sync/pull.ts';
import type { PushResult } from '../../contract/sync/push.ts';
import type { Refusal } from '../../contract/sync/refusal.ts';
import type { SyncItem } from '../../contract/sync/sync-item.ts';

/** Why nothing came of a request. `offline`: no answer. `bad-reply`: an answer that is not in the server's language. */
export type SyncFailure = Refusal['reason'] | 'offline' | 'bad-reply';

export type SyncAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: SyncFailure;
      /** What the server asked for, ms; null where it asked for nothing. */
      readonly retryAfterMs: number | null;
    };

export interface Pulled {
  readonly items: readonly PulledItem[];
  readonly cursor: string;
  readonly more: boolean;
}

/** The server as sync needs it; everything it said is parsed. */
export interface SyncServer {
  /** One result an item, in their order. */
  push(items: readonly SyncItem[]): Promise<SyncAnswer<readonly PushResult[]>>;
  pull(cursor: string): Promise<SyncAnswer<Pulled>>;
}
