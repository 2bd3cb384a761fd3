import { fieldsOf, mergeFields } from '../../contract/merge-fields.ts';
import type { NoteFields } from '../../contract/note.ts';
import type { PulledItem } from '../../contract/sync/pull.ts';
import { readStoredNote } from '../stored-note.ts';
import { remember } from '../undo-stack.ts';
import { readUndoStack, sealUndoStack } from '../undo-store.ts';
import { openShadow, sealShadow } from './shadow.ts';
import type { SyncStores } from './sync-stores.ts';

type PulledNote = PulledItem & { readonly type: 'note' };

/** `later`: what this computer has of the note was sealed by an earlier start, and cannot be merged before the unlock. */
export type TakenNote = 'taken' | 'known' | 'later';

/**
 * A note from the agent's other device, or our own back again. What was changed here since is kept, field by field, and stays owed; a text that
 * this overrules is kept among the undo steps, as are the texts that the server overruled.
 */
export async function takeNote(stores: SyncStores, pulled: PulledNote): Promise<TakenNote> {
  const { database, codec, notes } = stores;
  const { id } = pulled;
  const shadow = await database.shadows.get(id);
  if (shadow !== undefined && shadow.revision >= pulled.revision) return 'known';
  const row = await database.notes.get(id);
  const theirs = fieldsOf(pulled.note);
  const isOwed = (await database.outbox.get(['notes', id])) !== undefined;
  const local = row === undefined ? null : await readStoredNote(codec, row);
  if (local?.ok === false && local.reason === 'locked') return 'later';
  const ours = local?.ok ? fieldsOf(local.note) : null;
  const base = (await openShadow(codec, shadow)) ?? ours ?? theirs;
  const { merged, lost } =
    ours === null || !isOwed ? { merged: theirs, lost: null } : mergeFields(base, ours, theirs);
  const stays = ours !== null && same(ours, merged);
  const revision = stays && row !== undefined ? row.revision : (row?.revision ?? 0) + 1;
  const sealed = await notes.seal({ ...pulled.note, ...merged }, revision);
  const kept = [...pulled.overruled.map(({ fields }) => fields), ...(lost === null ? [] : [lost])];
  const steps = kept.reduce(remember, await readUndoStack(notes.ports, id));
  const undo = kept.length === 0 ? null : await sealUndoStack(codec, id, steps);
  const common = await sealShadow(codec, id, pulled.revision, theirs);
  const { outbox, shadows } = database;
  const done = await database.transaction('rw', database.notes, database.undo, outbox, shadows, async () => {
    const now = await database.notes.get(id);
    const owedNow = (await outbox.get(['notes', id])) !== undefined;
    // Somebody typed while this was sealed: everything once more, on top of that.
    if (now?.revision !== row?.revision || owedNow !== isOwed) return false;
    if (!stays) {
      const { callKey = sealed.callKey, exportedRevision = 0 } = row ?? {};
      await database.notes.put({ ...sealed, callKey, exportedRevision });
    }
    if (owedNow && !stays) await outbox.put({ table: 'notes', id, agent: sealed.agent, revision });
    if (undo !== null) await database.undo.put(undo);
    await shadows.put(common);
    return true;
  });
  if (!done) return await takeNote(stores, pulled);
  if (!stays) notes.ports.changes.announce({ kind: 'stored', id, revision });
  return 'taken';
}

function same(a: NoteFields, b: NoteFields): boolean {
  return JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}
