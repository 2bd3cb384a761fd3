import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/database/migrate.ts';
import { startCluster } from '../../server/postgres/cluster.ts';
import { ensureDatabase } from '../../server/postgres/ensure-database.ts';

export interface BenchDatabase {
  /** As the owner. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A PostgreSQL of its own, as `npm run server` would start it, with the product's tables. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-bench-'));
  const cluster = await startCluster(directory, console.error);
  const url = await ensureDatabase(cluster.url, 'bench');
  await migrate(url);
  return {
    url,
    close: async () => {
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
