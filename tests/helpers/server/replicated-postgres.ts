import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runAs } from '../../../server/postgres/run-as.ts';
import { runProgram } from '../../../server/postgres/run-program.ts';
import { freePort } from '../../../server/postgres/tcp-port.ts';
import { until } from '../until.ts';

const OWNER = 'owner';
const PASSWORD = 'for-tests-only';

export interface ReplicatedPostgres {
  /** One address for both: the standby takes the primary's port at its promotion. */
  readonly url: (database: string) => string;
  /** The standby is cut off: it misses everything from now on. */
  cutOffStandby(): Promise<void>;
  /** The primary is killed, and starts again on the same data. */
  crash(): Promise<void>;
  /** Commits wait for the standby from now on. */
  waitForStandby(): Promise<void>;
  /** A new standby follows the primary in place of the one that was promoted. */
  addStandby(): Promise<void>;
  /** The primary dies as in a power cut, and the standby takes its place. */
  failOver(): Promise<void>;
  close(): Promise<void>;
}

/** Two real PostgreSQL of the system with streaming replication, not synchronous. */
export async function replicatedPostgres(bin: string): Promise<ReplicatedPostgres> {
  const as = runAs();
  const home = await mkdtemp(join(tmpdir(), 'sansheng-replicas-'));
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  let [primary, standby] = [join(home, 'primary'), join(home, 'standby')];
  let generation = 0;
  const [port, standbyPort] = [await freePort(), await freePort()];
  const run = async (program: string, ...args: readonly string[]) => {
    const end = await runProgram(join(bin, program), args, { cwd: home, as });
    if (end.code !== 0) throw new Error(`${program}: ${end.printed}`);
  };
  const start = (data: string, at: number) => {
    const options = `-p ${at} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c wal_retrieve_retry_interval=200`;
    return run('pg_ctl', 'start', '-w', '-D', data, '-l', join(home, 'log'), '-o', options);
  };
  const stop = (data: string, mode: 'fast' | 'immediate') =>
    run('pg_ctl', 'stop', '-m', mode, '-w', '-D', data);
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, PASSWORD, { mode: 0o644 });
  await run('initdb', '-D', primary, '-U', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256');
  await start(primary, port);
  const source = `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const follow = async () => {
    await run('pg_basebackup', '-D', standby, '-d', source, '-R', '-X', 'stream', '-c', 'fast');
    await start(standby, standbyPort);
  };
  /** Not written to the log that is replicated: it works while commits wait. */
  const setSynchronous = async (names: string) => {
    const client = new pg.Client({ connectionString: source });
    await client.connect();
    try {
      await client.query(`alter system set synchronous_standby_names = '${names}'`);
      await client.query('select pg_reload_conf()');
    } finally {
      await client.end();
    }
  };
  await follow();
  let running = [standby, primary];
  return {
    url: (database) => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    async cutOffStandby() {
      await stop(standby, 'fast');
      running = [primary];
    },
    async crash() {
      const postmaster = Number((await readFile(join(primary, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(postmaster, 'SIGKILL');
      // Its processes hold the shared memory until they notice.
      await until('PostgreSQL starts again', async () => {
        return await start(primary, port).then(
          () => true,
          () => false,
        );
      });
    },
    waitForStandby: () => setSynchronous('*'),
    async addStandby() {
      await rm(standby, { recursive: true, force: true, maxRetries: 5 });
      await follow();
      running = [standby, primary];
    },
    async failOver() {
      await stop(primary, 'immediate');
      if (running.includes(standby)) await stop(standby, 'fast');
      await start(standby, port);
      await run('pg_ctl', 'promote', '-w', '-D', standby);
      generation += 1;
      [primary, standby] = [standby, join(home, `standby-${generation}`)];
      running = [primary];
      await setSynchronous('');
    },
    async close() {
      for (const data of running) await stop(data, 'immediate');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
