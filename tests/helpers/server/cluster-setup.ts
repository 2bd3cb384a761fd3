import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../server/database/migrate.ts';
import { startCluster } from '../../../server/postgres/cluster.ts';
import { ensureDatabase } from '../../../server/postgres/ensure-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's URL of the run's PostgreSQL, to be followed by a database: `postgres://…/`. */
    postgres: string;
  }
}

/**
 * One real PostgreSQL for a whole run, with a migrated database `template` that each file copies.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-server-'));
  const cluster = await startCluster(directory, console.error);
  await migrate(await ensureDatabase(cluster.url, 'template'));
  project.provide('postgres', cluster.url(''));
  return async () => {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
