import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Rows } from '../database.ts';
import { readAround } from '../many-rows.ts';
import { openFacts, readStoredNote } from '../notes/stored-note.ts';
import type { SyncStores } from '../open-stores.ts';

/** One row of the outbox with its content. */
export interface Outbound {
  readonly row: Rows['outbox'];
  readonly item: SyncItem;
}

export interface Batch {
  readonly outbound: readonly Outbound[];
  /** Rows whose record is deleted or tampered: there is nothing to send. */
  readonly void: readonly Rows['outbox'][];
}

/** The records of outbox rows, read with one request per table. */
interface Fetched {
  readonly notes: ReadonlyMap<string, Rows['notes']>;
  readonly facts: ReadonlyMap<string, Rows['facts']>;
  readonly shadows: ReadonlyMap<string, Rows['shadows']>;
  readonly team: ReadonlyMap<string, SyncItem>;
  readonly encryptedTeam: ReadonlySet<string>;
}

/**
 * Reads the records of outbox rows. Records of earlier starts are left out until the unlock. A note
 * goes before its facts, because the server must know it first.
 */
export async function readOutbound(stores: SyncStores, rows: readonly Rows['outbox'][]): Promise<Batch> {
  const fetched = await fetchBehind(stores, rows);
  const read = await Promise.all(rows.map((row) => itemOf(stores, row, fetched)));
  const outbound = rows.flatMap((row, at) => {
    const item = read[at] ?? 'void';
    return typeof item === 'string' ? [] : [{ row, item }];
  });
  const rank = ({ item }: Outbound) => (item.type === 'facts' ? 1 : 0);
  return {
    outbound: outbound.sort((a, b) => rank(a) - rank(b)),
    void: rows.filter((_, at) => read[at] === 'void'),
  };
}

async function fetchBehind(
  { database, team }: SyncStores,
  rows: readonly Rows['outbox'][],
): Promise<Fetched> {
  const idsOf = (table: Rows['outbox']['table']) =>
    rows.filter((row) => row.table === table).map(({ id }) => id);
  const [notes, facts, shadows, teamRows, events] = await Promise.all([
    readAround(database.notes, idsOf('notes')),
    readAround(database.facts, idsOf('facts')),
    readAround(database.shadows, idsOf('notes')),
    readAround(database.team, idsOf('team')),
    team.read(idsOf('team')),
  ]);
  return {
    notes: new Map(notes.map((row) => [row.id, row])),
    facts: new Map(facts.map((row) => [row.note, row])),
    shadows: new Map(shadows.map((row) => [row.note, row])),
    team: new Map(events.map((event) => [event.id, itemOfEvent(event)])),
    encryptedTeam: new Set(teamRows.map(({ id }) => id)),
  };
}

/** With a receipt the server had it before. */
function itemOfEvent(event: TeamEvent): SyncItem {
  return { type: event.receipt === undefined ? 'team' : 'restored', event };
}

async function itemOf(
  { codec, database, comments }: SyncStores,
  { table, id, revision }: Rows['outbox'],
  fetched: Fetched,
): Promise<SyncItem | 'locked' | 'void'> {
  switch (table) {
    case 'team':
      return fetched.team.get(id) ?? (fetched.encryptedTeam.has(id) ? 'locked' : 'void');
    case 'gone':
      return { type: 'gone', id };
    case 'comments': {
      const comment = await comments.read(id);
      if (comment?.receipt !== undefined) {
        const { note, by, at, text, readAt, receipt } = comment;
        const read = readAt === undefined ? {} : { readAt };
        return { type: 'restored-comment', id, note, by, at, text, receipt, ...read };
      }
      if (comment?.readAt !== undefined) return { type: 'comment-read', id, at: comment.readAt };
      return (await database.comments.get(id)) === undefined ? 'void' : 'locked';
    }
    case 'facts': {
      const row = fetched.facts.get(id);
      const facts = await openFacts(codec, row);
      if (facts !== null) return { type: 'facts', id, revision, facts };
      return row === undefined ? 'void' : 'locked';
    }
    case 'notes': {
      const row = fetched.notes.get(id);
      if (row === undefined) return 'void';
      const reading = await readStoredNote(codec, row);
      if (!reading.ok) return reading.reason === 'locked' ? 'locked' : 'void';
      const base = fetched.shadows.get(id)?.revision ?? 0;
      return { type: 'note', id, revision: row.revision, base, note: reading.note };
    }
  }
}
