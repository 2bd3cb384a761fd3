import type { Kysely } from 'kysely';
import { appUrlOf } from '../database/app-login.ts';
import { connectAsApp } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { type ClusterUse, startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/ensure-database.ts';
import type { Config } from './config.ts';

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  /** Direct address for LISTEN, of a role that owns nothing. */
  readonly listenUrl: string;
  /** Address of the second database, for what a restore must not bring back. */
  readonly erasures: string | null;
  readonly close: () => Promise<void>;
}

interface Addresses {
  readonly owner: string;
  readonly app: string | null;
  readonly listen: string | null;
  readonly erasures: string | null;
}

/** Opens the configured database: starts the embedded one, and migrates it. */
export async function openDatabase(
  { database, connections, erasures }: Config,
  say: (line: string) => void,
  use: ClusterUse,
): Promise<OpenDatabase> {
  if (database.kind === 'url') return await connect({ ...database, erasures }, connections, async () => {});
  const cluster = await startCluster(database.directory, say, use);
  const owner = await ensureDatabase(cluster.url, 'sansheng');
  return await connect({ owner, app: null, listen: null, erasures }, connections, cluster.stop);
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
