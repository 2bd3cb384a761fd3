import type { Instant } from '../../calls/call-event.ts';
import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import type { PulledItem } from '../../contract/api/sync/pull.ts';
import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';

export interface Pulled {
  readonly items: readonly PulledItem[];
  readonly cursor: string;
  readonly more: boolean;
  /** Absent from a server that names none. */
  readonly epoch?: string | undefined;
}

export interface Pushed {
  /** One result per item, in the same order. */
  readonly results: readonly PushResult[];
  readonly epoch?: string | undefined;
}

/** The requests that sync makes. Every answer is parsed. */
export interface SyncServer {
  /** Server clock minus this device's, ms; null or absent while it is not known. */
  readonly offset?: number | null;
  push(items: readonly SyncItem[]): Promise<ServerAnswer<Pushed>>;
  pull(cursor: string): Promise<ServerAnswer<Pulled>>;
  /**
   * For each number of records that only this device has, up to which time they are to be deleted;
   * null: not at all. At most MOST_CHECKED_NUMBERS.
   */
  checkNumbers(numbers: readonly string[]): Promise<ServerAnswer<readonly (Instant | null)[]>>;
}
