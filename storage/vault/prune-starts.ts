import type { Table } from 'dexie';
import type { Database, Encrypted } from '../database.ts';

/** Rows per request. */
const CHUNK = 500;

/**
 * Deletes the keys of browser starts that no record needs, except the current one, and returns
 * their number: each start costs time at every unlock. Run it while nothing is being written.
 */
export async function pruneStarts(database: Database, agent: string, current: string): Promise<number> {
  const { notes, facts, undo, journal, dialogs, credentials, audit } = database;
  const { notePages, shadows, comments, links, signers, sipAccounts } = database;
  const needed = new Set([current]);
  const tables = [
    notes,
    facts,
    undo,
    dialogs,
    credentials,
    audit,
    notePages,
    shadows,
    comments,
    links,
    signers,
  ];
  for (const table of tables) await gatherStarts<{ readonly encrypted: Encrypted }, string>(table, needed);
  await gatherStarts<{ readonly encrypted: Encrypted }, number>(journal, needed);
  await gatherStarts<{ readonly encrypted: Encrypted }, [string, string]>(sipAccounts, needed);
  const forTeam = new Set([current, ...(await startsOfTeam(database))]);
  const { starts, teamStarts } = database;
  return await database.transaction('rw', starts, teamStarts, async () => {
    await teamStarts.filter(({ id }) => !forTeam.has(id)).delete();
    return await starts.filter((start) => start.agent === agent && !needed.has(start.id)).delete();
  });
}

/** In chunks: a hundred thousand notes must not be in memory at once. */
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
