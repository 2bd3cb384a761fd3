import type { SharedNote, SyncItem } from '../../contract/api/sync/sync-item.ts';

/** Clocks at a push: the server's, and how far the device's is from it, null where unknown. */
export interface PushTime {
  readonly now: number;
  readonly offset: number | null;
}

/**
 * When the contact of an item was, by the server's clock; null for an item without texts. What the
 * device knew when it wrote counts before what it knows when it sends: its clock may have been set
 * since. Not yet limited to the time of the receipt, so that a wrong date shows.
 */
export function timeOfItem(item: SyncItem, sent: PushTime['offset']): number | null {
  switch (item.type) {
    case 'note':
      return item.note.createdAt + (item.note.offset ?? sent ?? 0);
    case 'facts':
      return item.facts.endedAt + (sent ?? 0);
    case 'team':
    case 'restored':
      return item.event.at + (item.event.offset ?? sent ?? 0);
    case 'restored-comment':
      return item.at;
    case 'comment-read':
      return item.at + (sent ?? 0);
    case 'gone':
      return null;
  }
}

/** When a note was last changed, by the server's clock: a fast clock wins over no other device. */
export function updateTime({ updatedAt, offset }: SharedNote, sent: PushTime['offset']): number {
  return updatedAt + (sent ?? offset ?? 0);
}
