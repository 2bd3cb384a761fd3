import type { SyncItem } from '../../contract/api/sync/sync-item.ts';

/** Bytes of JSON in one request: half of what a server accepts (LIMITS in docs/deploy.md). */
const MOST_BYTES = 4 * 1024 * 1024;

/** Parts of a batch, in its order: many long notes are too much for one request. */
export function splitBatch(items: readonly SyncItem[]): readonly (readonly SyncItem[])[] {
  const parts: SyncItem[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const bytes = new TextEncoder().encode(JSON.stringify(item)).length;
    size += bytes;
    if (size > MOST_BYTES) {
      parts.push([]);
      size = bytes;
    }
    parts.at(-1)?.push(item);
  }
  return parts;
}
