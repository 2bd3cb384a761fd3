import type { Instant } from '../../calls/call-event.ts';
import type { NoteFacts } from '../../contract/note/note.ts';
import { formsNamedIn } from '../../contract/numbers/redact.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Rows } from '../database.ts';
import { heldCallKeys } from '../notes/held-calls.ts';
import { openFacts, readStoredNote, type StoredNote } from '../notes/stored-note.ts';
import { readUndoStack } from '../notes/undo-stack.ts';
import type { SyncStores } from '../open-stores.ts';

/** Something of this agent that names numbers and that only this computer has. */
export type LocalRecord = {
  /** By this computer's clock. */
  readonly at: Instant;
  /** Server clock minus that clock as it was then, ms; absent or null where it was not measured. */
  readonly offset?: number | null | undefined;
  readonly forms: readonly string[];
} & (
  | { readonly kind: 'note'; readonly row: Rows['notes']; readonly note: StoredNote }
  | { readonly kind: 'undo'; readonly note: string }
  /** A call may have been diverted from the number. */
  | { readonly kind: 'facts'; readonly row: Rows['facts']; readonly facts: NoteFacts }
  /** `isOfCaller`: the number is that of the other end, not of a transfer or a diversion. */
  | { readonly kind: 'call'; readonly callKey: string; readonly isOfCaller: boolean }
  | { readonly kind: 'event'; readonly event: TeamEvent }
);

const AT_ONCE = 500;

/**
 * What names numbers on this computer: everything, or only what the server cannot find by itself:
 * notes and events that it does not have, undo steps, and the journal. Needs an unlock; an event
 * that needs the team's key is left out.
 */
export async function localRecords(
  stores: SyncStores,
  which: 'all' | 'not-synced',
): Promise<readonly LocalRecord[]> {
  const { database, codec, notes, team } = stores;
  const { agent } = await codec.writer();
  const records: LocalRecord[] = [];
  const syncedCalls = new Set<string>();
  const held = await heldCallKeys(database, notes.ports.now());
  const ids = await database.notes.filter((row) => row.agent === agent).primaryKeys();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const [rows, shadows, unsent, undo, facts, unsentFacts] = await Promise.all([
      database.notes.bulkGet(some),
      database.shadows.bulkGet(some),
      database.outbox.bulkGet(some.map((id): [string, string] => ['notes', id])),
      database.undo.bulkGet(some),
      database.facts.bulkGet(some),
      database.outbox.bulkGet(some.map((id): [string, string] => ['facts', id])),
    ]);
    for (const [at, row] of rows.entries()) {
      if (row === undefined) continue;
      const isSynced = which === 'not-synced' && shadows[at] !== undefined && unsent[at] === undefined;
      if (isSynced && row.callKey !== '') syncedCalls.add(row.callKey);
      const own = facts[at];
      if (own !== undefined && !(isSynced && unsentFacts[at] === undefined)) {
        const opened = await openFacts(codec, own);
        if (opened !== null)
          records.push({
            kind: 'facts',
            row: own,
            facts: opened,
            at: opened.endedAt,
            forms: formsNamedIn(opened),
          });
      }
      if (isSynced && undo[at] === undefined) continue;
      const reading = await readStoredNote(codec, row);
      if (!reading.ok) continue;
      const { note } = reading;
      const made = { at: note.createdAt, offset: note.offset };
      if (!isSynced) records.push({ kind: 'note', row, note, ...made, forms: formsNamedIn(note) });
      // The agent may be typing into it: its text is redacted when it is pushed after the call.
      if (undo[at] === undefined || held.has(row.callKey)) continue;
      const steps = await readUndoStack(notes.ports, note.id);
      records.push({ kind: 'undo', note: note.id, ...made, forms: formsNamedIn(steps) });
    }
  }
  await stores.journal.eachNamed((callKey, event, forms) => {
    // The number of a note that the server has is deleted with that note.
    const isOfNote = syncedCalls.has(callKey) && (event.type === 'ringing' || event.type === 'dialling');
    const isOfCaller = 'remoteParty' in event;
    if (!isOfNote) records.push({ kind: 'call', callKey, isOfCaller, at: event.at, forms });
  });
  for (const event of (await team.load()).events)
    if (which === 'all' || event.seq === undefined)
      records.push({ kind: 'event', event, at: event.at, offset: event.offset, forms: formsNamedIn(event) });
  return records.filter(({ forms }) => forms.length > 0);
}
