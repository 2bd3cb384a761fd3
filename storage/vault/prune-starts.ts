import type { Table } from 'dexie';
import type { Database, Encrypted } from '../database.ts';

/** Rows looked at in one go. */
const CHUNK = 500;

/**
 * Throws away the keys of browser starts that no record needs any more, the present start's excepted: a year of starts is a
 * year of boxes to open at each unlock. Gives how many went. Run it when nothing is being written.
 */
export async function pruneStarts(database: Database, agent: string, current: string): Promise<number> {
  const { notes, facts, undo, journal, credentials, audit, notePages, shadows, comments, links } = database;
  const needed = new Set([current]);
  const tables = [notes, facts, undo, credentials, audit, notePages, shadows, comments, links];
  for (const table of tables) await gatherStarts<{ readonly encrypted: Encrypted }, string>(table, needed);
  await gatherStarts<{ readonly encrypted: Encrypted }, number>(journal, needed);
  const forTeam = new Set([current, ...(await startsOfTeam(database))]);
  const { starts, teamStarts } = database;
  return await database.transaction('rw', starts, teamStarts, async () => {
    await teamStarts.filter(({ id }) => !forTeam.has(id)).delete();
    return await starts.filter((start) => start.agent === agent && !needed.has(start.id)).delete();
  });
}

/** A chunk at a time: a hundred thousand notes are never in memory together. */
async function gatherStarts<Row extends { readonly encrypted: Encrypted }, Key>(
  table: Table<Row, Key>,
  into: Set<string>,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += CHUNK) {
    for (const row of await table.bulkGet(keys.slice(at, at + CHUNK))) {
      if (row !== undefined) into.add(row.encrypted.startId);
    }
  }
}

async function startsOfTeam({ team, teamPages }: Database): Promise<readonly string[]> {
  const pages = await teamPages.toArray();
  const events = await team.orderBy('encrypted.startId').uniqueKeys();
  return [...events.map(String), ...pages.map(({ encrypted }) => encrypted.startId)];
}
