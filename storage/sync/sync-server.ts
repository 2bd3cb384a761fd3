import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import type { PulledItem } from '../../contract/api/sync/pull.ts';
import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';

export interface Pulled {
  readonly items: readonly PulledItem[];
  readonly cursor: string;
  readonly more: boolean;
}

/** The requests that sync makes. Every answer is parsed. */
export interface SyncServer {
  /** One result per item, in the same order. */
  push(items: readonly SyncItem[]): Promise<ServerAnswer<readonly PushResult[]>>;
  pull(cursor: string): Promise<ServerAnswer<Pulled>>;
}
