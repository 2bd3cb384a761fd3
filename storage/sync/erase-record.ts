import { numberForm } from '../../contract/numbers/number-form.ts';
import { type Redaction, redact } from '../../contract/numbers/redact.ts';
import { deleteJournal } from '../notes/delete-journal.ts';
import { heldCallKeys } from '../notes/held-calls.ts';
import { tablesOfNotes } from '../notes/remove-notes.ts';
import { numbersOfNote } from '../notes/stored-note.ts';
import { encryptUndoStack, readUndoStack } from '../notes/undo-stack.ts';
import type { SyncStores } from '../open-stores.ts';
import { dropPagesOf } from '../search/note-pages.ts';
import { forgetNotes } from './forget-notes.ts';
import type { LocalRecord } from './local-records.ts';

/** Deletes what belongs to an erased number, and redacts what only names it. */
export async function eraseRecord(
  stores: SyncStores,
  record: LocalRecord,
  redaction: Redaction,
): Promise<void> {
  switch (record.kind) {
    case 'note':
      if (isOfPerson(record, redaction.isMeant)) await forgetNotes(stores, [record.row.id]);
      else await redactNote(stores, record, redaction);
      break;
    case 'undo': {
      const steps = redact(await readUndoStack(stores.notes.ports, record.note), redaction);
      await stores.database.undo.put(await encryptUndoStack(stores.codec, record.note, steps));
      break;
    }
    case 'facts': {
      const { row, facts } = record;
      const encrypted = await stores.codec.encode('facts', row.note, redact(facts, redaction));
      // Not if they were finalized anew, or deleted with their note.
      const stored = await stores.database.facts
        .where('note')
        .equals(row.note)
        .and(({ revision }) => revision === row.revision)
        .modify({ encrypted });
      if (stored > 0) stores.notes.ports.changes.announce({ kind: 'facts-finalized', id: row.note });
      break;
    }
    case 'call':
      await deleteJournal(stores.notes, record.callKey, record.isOfCaller);
      break;
    case 'event': {
      const { event } = record;
      if (isOfPerson(record, redaction.isMeant)) await stores.team.forget(event.subject);
      else await stores.team.receive([{ ...redact(event, redaction), redactedAt: stores.notes.ports.now() }]);
      break;
    }
  }
}

/** Whether a note or an event belongs to a person, and does not only name them in a text. */
export function isOfPerson(record: LocalRecord, isMeant: Redaction['isMeant']): boolean {
  return numbersOf(record).some((number) => {
    const form = numberForm(number);
    return form !== null && isMeant(form);
  });
}

function numbersOf(record: LocalRecord): readonly string[] {
  if (record.kind === 'note') return numbersOfNote(record.note);
  return record.kind === 'event' && 'number' in record.event ? [record.event.number] : [];
}

/** As the agent wrote them beside the number. */
export function namesOfPerson(record: LocalRecord, isMeant: Redaction['isMeant']): readonly string[] {
  if (!isOfPerson(record, isMeant)) return [];
  if (record.kind === 'event') return 'surname' in record.event ? [record.event.surname] : [];
  if (record.kind !== 'note') return [];
  const { contact, surname } = record.note;
  return [surname, ...(contact.kind === 'call' ? [contact.displayName ?? ''] : [])];
}

/** Another customer's note with the number in a text. That of a call that is up is left alone. */
async function redactNote(
  { database, notes }: SyncStores,
  { row, note }: LocalRecord & { readonly kind: 'note' },
  redaction: Redaction,
): Promise<void> {
  const revision = row.revision + 1;
  const encrypted = await notes.encrypt(redact(note, redaction), revision);
  const stored = await database.transaction('rw', tablesOfNotes(database), async () => {
    const held = await heldCallKeys(database, notes.ports.now());
    // A change since then is pushed, and redacted by the server.
    if (held.has(row.callKey) || (await database.notes.get(row.id))?.revision !== row.revision) return false;
    const { callKey, exportedRevision } = row;
    await database.notes.put({ ...encrypted, callKey, exportedRevision });
    await dropPagesOf(database, row.agent, new Set([row.day]));
    const isShared =
      (await database.shadows.get(row.id)) !== undefined ||
      (await database.outbox.get(['notes', row.id])) !== undefined;
    if (isShared) await database.outbox.put({ table: 'notes', id: row.id, agent: row.agent, revision });
    return true;
  });
  if (stored) notes.ports.changes.announce({ kind: 'stored', id: row.id, revision });
}
