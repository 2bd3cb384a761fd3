import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from '../../../server/postgres/run-as.ts';
import { runProgram } from '../../../server/postgres/run-program.ts';
import { freePort } from '../../../server/postgres/tcp-port.ts';

const OWNER = 'owner';
const PASSWORD = 'for-tests-only';

export interface ReplicatedPostgres {
  /** One address for both: the standby takes the primary's port at its promotion. */
  readonly url: (database: string) => string;
  /** The standby is cut off: it misses everything from now on. */
  cutOffStandby(): Promise<void>;
  /** The primary dies as in a power cut, and the standby takes its place. */
  failOver(): Promise<void>;
  close(): Promise<void>;
}

/** Two real PostgreSQL of the system with streaming replication, not synchronous. */
export async function replicatedPostgres(bin: string): Promise<ReplicatedPostgres> {
  const as = runAs();
  const home = await mkdtemp(join(tmpdir(), 'sansheng-replicas-'));
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const [primary, standby] = [join(home, 'primary'), join(home, 'standby')];
  const [port, standbyPort] = [await freePort(), await freePort()];
  const run = async (program: string, ...args: readonly string[]) => {
    const end = await runProgram(join(bin, program), args, { cwd: home, as });
    if (end.code !== 0) throw new Error(`${program}: ${end.printed}`);
  };
  const start = (data: string, at: number) => {
    const options = `-p ${at} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    return run('pg_ctl', 'start', '-w', '-D', data, '-l', join(home, 'log'), '-o', options);
  };
  const stop = (data: string, mode: 'fast' | 'immediate') =>
    run('pg_ctl', 'stop', '-m', mode, '-w', '-D', data);
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, PASSWORD, { mode: 0o644 });
  await run('initdb', '-D', primary, '-U', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256');
  await start(primary, port);
  const source = `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await run('pg_basebackup', '-D', standby, '-d', source, '-R', '-X', 'stream', '-c', 'fast');
  await start(standby, standbyPort);
  let running = [standby, primary];
  return {
    url: (database) => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    async cutOffStandby() {
      await stop(standby, 'fast');
      running = [primary];
    },
    async failOver() {
      await stop(primary, 'immediate');
      await start(standby, port);
      await run('pg_ctl', 'promote', '-w', '-D', standby);
      running = [standby];
    },
    async close() {
      for (const data of running) await stop(data, 'immediate');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
