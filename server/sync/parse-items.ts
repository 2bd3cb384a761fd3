import * as v from 'valibot';
import type { PushResult } from '../../contract/api/sync/push.ts';
import { type SyncItem, syncItemSchema } from '../../contract/api/sync/sync-item.ts';

export type ParsedItem =
  | { readonly ok: true; readonly item: SyncItem }
  | { readonly ok: false; readonly result: PushResult };

/** Each by itself. Ids and subjects are keys of rows: no control character, no half of a surrogate pair. */
export function parseItem(sent: unknown): ParsedItem {
  const parsed = v.safeParse(syncItemSchema, sent);
  if (!parsed.success) return malformed(v.getDotPath(parsed.issues[0]));
  const item = parsed.output;
  const keys = item.type === 'team' ? [item.event.id, item.event.subject] : [item.id];
  if (!keys.every((key) => /^\P{C}+$/u.test(key))) return malformed('id');
  if (item.type === 'note' && item.note.id !== item.id) return malformed('note.id');
  return { ok: true, item };
}

function malformed(detail: string | null): ParsedItem {
  return { ok: false, result: { outcome: 'refused', reason: 'malformed', detail } };
}
