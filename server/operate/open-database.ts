import type { Kysely } from 'kysely';
import { connectAsApp } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import type { Tables } from '../database/tables.ts';
import { startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/ensure-database.ts';
import type { Config } from './config.ts';

export interface OpenDatabase {
  /** Of the owner. */
  readonly url: string;
  /** As the app role. */
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** Opens the configured database: starts the embedded one, and migrates it. */
export async function openDatabase({ database, connections }: Config): Promise<OpenDatabase> {
  if (database.kind === 'url') return await connect(database.url, connections, async () => {});
  const cluster = await startCluster(database.directory);
  const url = await ensureDatabase(cluster.url, 'sansheng');
  return await connect(url, connections, cluster.stop);
}

async function connect(url: string, connections: number, stop: () => Promise<void>): Promise<OpenDatabase> {
  try {
    await migrate(url);
    const db = await connectAsApp(url, connections);
    const close = async () => {
      await db.destroy();
      await stop();
    };
    return { url, db, close };
  } catch (error) {
    await stop();
    throw error;
  }
}
