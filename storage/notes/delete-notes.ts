import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { recordAudit } from '../audit-log.ts';
import type { Rows } from '../database.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { dayOf } from './day.ts';
import { heldCallKeys, postponeHeld } from './held-calls.ts';
import type { NoteStore } from './note-store.ts';
import { removeNotes, tablesOfNotes } from './remove-notes.ts';

export type DeleteByNumber =
  /** `later`: calls that are up or being wrapped up, which are deleted after that. */
  | { readonly ok: true; readonly notes: number; readonly calls: number; readonly later: number }
  /** Notes of earlier starts cannot be searched for the number without an unlock. */
  | { readonly ok: false; readonly reason: 'locked' | 'not-a-number' };

/**
 * Erasure (PIPL art. 47): deletes notes, facts, undo steps and journal of this agent that belong to
 * a number. The outbox informs the server. The audit entry does not contain the number.
 */
export async function deleteByNumber(
  store: NoteStore,
  journal: JournalStore,
  number: string,
): Promise<DeleteByNumber> {
  const { database, codec, now } = store.ports;
  const form = numberForm(number);
  if (form === null) return { ok: false, reason: 'not-a-number' };
  if (!(await codec.readsEveryStart())) return { ok: false, reason: 'locked' };
  const keys = await codec.lookupKeys('number', form);
  const rows = await database.notes.where('numberKeys').anyOf(keys).distinct().toArray();
  const callKeys = new Set([...(await journal.callKeysOfNumber(form)), ...rows.map((row) => row.callKey)]);
  callKeys.delete('');
  const deleted = await deleteEverywhere(store, rows, [...callKeys]);
  const { notes, calls, later } = deleted;
  await recordAudit(store.ports, { kind: 'deleted-by-number', at: now(), notes, calls });
  return { ok: true, notes, calls, later };
}

/**
 * Retention: deletes an agent's notes of days before that of `olderThan`, but only after they were
 * synced (not in the outbox) or their newest revision was exported. `kept` counts notes that are
 * due and saved nowhere else. Needs no key of that agent.
 */
export async function deleteExpired(
  store: NoteStore,
  olderThan: Instant,
  agent?: string,
): Promise<{ readonly deleted: number; readonly kept: number }> {
  const { now, codec } = store.ports;
  const of = agent ?? (await codec.writer()).agent;
  const { safe, unsafe } = await expired(store, olderThan, of);
  const kept = unsafe.length;
  await deleteOldJournal(store, dayOf(olderThan), of, new Set(unsafe.map((row) => row.callKey)));
  if (safe.length === 0) return { deleted: 0, kept };
  // The server keeps the notes for as long as the team's own retention says.
  const { notes } = await deleteRows(store, safe, [], false);
  await recordAudit(store.ports, { kind: 'deleted-by-age', at: now(), notes, kept });
  return { deleted: notes, kept };
}

/** The number of notes that are due for deletion and saved nowhere else. */
export async function dueAndUnsaved(store: NoteStore, olderThan: Instant): Promise<number> {
  const { agent } = await store.ports.codec.writer();
  return (await expired(store, olderThan, agent)).unsafe.length;
}

/** Deletes a new note in which nothing was ever written. */
export async function discardUntouched(store: NoteStore, id: string): Promise<void> {
  const row = await store.ports.database.notes.get(id);
  if (row?.revision === 1) await deleteEverywhere(store, [row], []);
}

interface Deleted {
  readonly notes: number;
  readonly calls: number;
  /** Calls that are deleted after their wrap-up. */
  readonly later: number;
}

async function expired(store: NoteStore, olderThan: Instant, agent: string) {
  const { database } = store.ports;
  const due = await database.notes
    .where('[agent+day]')
    .between([agent, ''], [agent, dayOf(olderThan)])
    .toArray();
  if (due.length === 0) return { safe: [], unsafe: [] };
  const unsent = new Set((await database.outbox.where('agent').equals(agent).toArray()).map(({ id }) => id));
  const isSafe = ({ id, revision, exportedRevision }: Rows['notes']) =>
    exportedRevision === revision || !unsent.has(id);
  return { safe: due.filter(isSafe), unsafe: due.filter((row) => !isSafe(row)) };
}

/**
 * The facts of a note contain what the journal says about its call. Calls of notes that stay, stay
 * too.
 */
async function deleteOldJournal(
  store: NoteStore,
  day: string,
  agent: string,
  keptCalls: ReadonlySet<string>,
): Promise<void> {
  const { database } = store.ports;
  const held = await heldCallKeys(database, store.ports.now());
  const old = database.journal.where('[agent+day]').between([agent, ''], [agent, day]);
  await old
    .filter(({ callKey }) => callKey === '' || !(keptCalls.has(callKey) || held.has(callKey)))
    .delete();
}

/** Here, and on the server with the next push. */
async function deleteEverywhere(
  store: NoteStore,
  rows: readonly Rows['notes'][],
  callKeys: readonly string[],
): Promise<Deleted> {
  return await deleteRows(store, rows, callKeys, true);
}

async function deleteRows(
  store: NoteStore,
  rows: readonly Rows['notes'][],
  callKeys: readonly string[],
  alsoOnServer: boolean,
): Promise<Deleted> {
  const { database, changes, now } = store.ports;
  const done = await database.transaction('rw', tablesOfNotes(database), async () => {
    const meant = await postponeHeld(database, { notes: rows, callKeys }, alsoOnServer, now());
    await removeNotes(database, meant.notes, meant.callKeys);
    const gone = meant.notes.map(({ id, agent, revision }) => {
      return { table: 'gone', id, agent, revision } as const;
    });
    if (alsoOnServer) await database.outbox.bulkPut(gone);
    return meant;
  });
  if (done.callKeys.length > 0) changes.announce({ kind: 'calls-deleted' });
  for (const { id } of done.notes) changes.announce({ kind: 'deleted', id });
  return { notes: done.notes.length, calls: done.callKeys.length, later: done.later };
}
