import type { PulledItem } from '../../contract/api/sync/pull.ts';
import { fieldsOf, mergeFields } from '../../contract/note/merge-fields.ts';
import type { NoteFields } from '../../contract/note/note.ts';
import { REDACTED } from '../../contract/numbers/redact.ts';
import { readStoredNote } from '../notes/stored-note.ts';
import { encryptUndoStack, readUndoStack, remember } from '../notes/undo-stack.ts';
import type { SyncStores } from '../open-stores.ts';
import { dropPagesOf } from '../search/note-pages.ts';
import { encryptShadow, openShadow } from './shadow.ts';

type PulledNote = PulledItem & { readonly type: 'note' };

/**
 * `later`: this computer's version was encrypted by an earlier start and cannot be merged before an
 * unlock.
 */
export type MergeOutcome = 'merged' | 'known' | 'later';

/**
 * Merges a note of the agent's other device, or the echo of our own. Fields that changed here since
 * stay and remain in the outbox. Overruled texts, ours and those the server reports, become undo
 * steps.
 */
export async function mergePulledNote(stores: SyncStores, pulled: PulledNote): Promise<MergeOutcome> {
  const { database, codec, notes } = stores;
  const { id } = pulled;
  const shadow = await database.shadows.get(id);
  if (shadow !== undefined && shadow.revision >= pulled.revision) return 'known';
  const row = await database.notes.get(id);
  const theirs = fieldsOf(pulled.note);
  const isUnsent = (await database.outbox.get(['notes', id])) !== undefined;
  const local = row === undefined ? null : await readStoredNote(codec, row);
  if (local?.ok === false && local.reason === 'locked') return 'later';
  const ours = local?.ok ? fieldsOf(local.note) : null;
  const base = (await openShadow(codec, shadow)) ?? ours ?? theirs;
  const { merged, lost } =
    ours === null || !isUnsent ? { merged: theirs, lost: null } : mergeFields(base, ours, theirs);
  const stays = ours !== null && same(ours, merged);
  const revision = stays && row !== undefined ? row.revision : (row?.revision ?? 0) + 1;
  const encrypted = await notes.encrypt({ ...pulled.note, ...merged }, revision);
  const kept = [...pulled.overruled.map(({ fields }) => fields), ...(lost === null ? [] : [lost])];
  // The steps before it may hold what the server has redacted.
  const isRedacted = JSON.stringify(theirs).includes(REDACTED);
  const steps = kept.reduce(remember, await readUndoStack(notes.ports, id));
  const undo = kept.length === 0 ? null : await encryptUndoStack(codec, id, steps);
  const common = await encryptShadow(codec, id, pulled.revision, theirs);
  const { outbox, shadows, notePages } = database;
  const tables = [database.notes, database.undo, outbox, shadows, notePages];
  const done = await database.transaction('rw', tables, async () => {
    const now = await database.notes.get(id);
    const unsentNow = (await outbox.get(['notes', id])) !== undefined;
    // The agent typed meanwhile: merge again on top of that.
    if (now?.revision !== row?.revision || unsentNow !== isUnsent) return false;
    if (!stays) {
      const { callKey = encrypted.callKey, exportedRevision = 0 } = row ?? {};
      await database.notes.put({ ...encrypted, callKey, exportedRevision });
    }
    if (unsentNow && !stays) await outbox.put({ table: 'notes', id, agent: encrypted.agent, revision });
    if (!stays) await dropPagesOf(database, encrypted.agent, new Set([encrypted.day]));
    if (isRedacted) await database.undo.delete(id);
    else if (undo !== null) await database.undo.put(undo);
    await shadows.put(common);
    return true;
  });
  if (!done) return await mergePulledNote(stores, pulled);
  if (!stays) notes.ports.changes.announce({ kind: 'stored', id, revision });
  return 'merged';
}

function same(a: NoteFields, b: NoteFields): boolean {
  return JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}
