import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { choosePrograms } from '../../server/postgres/choose-programs.ts';
import { startCluster } from '../../server/postgres/cluster.ts';
import { preparePrograms } from '../../server/postgres/programs.ts';
import { describeWith } from '../helpers/need-program.ts';
import { withClient } from '../helpers/server/database.ts';

let home: string;
const fresh = async () => {
  home = await mkdtemp(join(tmpdir(), 'sansheng-own-'));
  return home;
};
afterEach(async () => await rm(home, { recursive: true, force: true, maxRetries: 5 }));

const versionOf = async (url: string) =>
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    return Number.parseInt(rows[0]?.version ?? '', 10);
  });

test('a directory made by the npm package keeps it', async () => {
  const directory = await fresh();
  await preparePrograms(directory);
  for (let start = 1; start <= 2; start += 1) {
    const cluster = await startCluster(directory, () => {});
    expect(await versionOf(cluster.url('postgres'))).toBeGreaterThanOrEqual(17);
    await cluster.stop();
  }
}, 60_000);

describeWith(['pg_lsclusters'], 'where the system has a PostgreSQL', () => {
  test('a new directory is made and kept by it', async () => {
    const directory = await fresh();
    const cluster = await startCluster(directory, () => {});
    const made = Number(await readFile(join(directory, 'cluster', 'PG_VERSION'), 'utf8'));
    expect(await versionOf(cluster.url('postgres'))).toBe(made);
    expect(await choosePrograms(directory, join(directory, 'cluster'))).toBe(
      `/usr/lib/postgresql/${made}/bin`,
    );
    await cluster.stop();
  });

  test('a directory of a version that is gone says which one to install', async () => {
    const directory = await fresh();
    await writeFile(join(directory, 'PG_VERSION'), '12\n');
    await expect(choosePrograms(directory, directory)).rejects.toThrow('PostgreSQL 12: install that version');
  });
});
