import type { Kysely } from 'kysely';
import { appUrlOf } from '../database/app-login.ts';
import { connectAsApp } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { type ClusterUse, startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/ensure-database.ts';
import type { Config } from './config.ts';
import { readRoutes } from './read-routes.ts';

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  /** Direct address for LISTEN, of a role that owns nothing. */
  readonly listenUrl: string;
  /** Address of the second database, for what a restore must not bring back. */
  readonly erasures: string | null;
  readonly close: () => Promise<void>;
}

export interface OpenDatabases {
  readonly byName: ReadonlyMap<string, OpenDatabase>;
  /**
   * The name of the database in which an organisation is, null for an unknown organisation. Null
   * where there is one database for all.
   */
  readonly nameOf: ((org: string) => string | null) | null;
  readonly close: () => Promise<void>;
}

export interface Addresses {
  readonly owner: string;
  readonly app: string | null;
  readonly listen: string | null;
  readonly erasures: string | null;
}

/** One database for every organisation. */
export function onlyDatabase(database: OpenDatabase): OpenDatabases {
  return { byName: new Map([['main', database]]), nameOf: null, close: database.close };
}

/** Opens the configured databases: starts the embedded one, and migrates them. */
export async function openDatabases(
  { database, connections, erasures }: Config,
  say: (line: string) => void,
  use: ClusterUse,
): Promise<OpenDatabases> {
  switch (database.kind) {
    case 'url':
      return onlyDatabase(await connect({ ...database, erasures }, connections, async () => {}));
    case 'routes':
      return await openRouted(database.file, connections);
    case 'embedded': {
      const cluster = await startCluster(database.directory, say, use);
      const owner = await ensureDatabase(cluster.url, 'sansheng');
      const addresses = { owner, app: null, listen: null, erasures };
      return onlyDatabase(await connect(addresses, connections, cluster.stop));
    }
  }
}

/** Every cluster of the table must answer: a process that starts serves all of them. */
async function openRouted(file: string, connections: number): Promise<OpenDatabases> {
  const routes = await readRoutes(file);
  const byName = new Map<string, OpenDatabase>();
  const close = async () => {
    for (const database of byName.values()) await database.close();
  };
  try {
    for (const [name, addresses] of Object.entries(routes.clusters))
      byName.set(name, await connect(addresses, connections, async () => {}));
  } catch (error) {
    await close();
    throw error;
  }
  const names = new Map(Object.entries(routes.organisations));
  return { byName, nameOf: (org) => names.get(org) ?? routes.default ?? null, close };
}

async function connect(
  { owner, app, listen, erasures }: Addresses,
  connections: number,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  try {
    await migrate(owner);
    const url = app ?? (await appUrlOf(owner));
    const db = await connectAsApp(url, connections);
    const close = async () => {
      await db.destroy();
      await stop();
    };
    return { db, listenUrl: listen ?? url, erasures, close };
  } catch (error) {
    await stop();
    throw error;
  }
}
