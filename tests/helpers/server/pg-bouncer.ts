import { spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from '../../../server/postgres/run-as.ts';
import { freePort, isListening } from '../../../server/postgres/tcp-port.ts';
import { findProgram } from '../find-program.ts';
import { until } from '../until.ts';

/** A real PgBouncer that gives each transaction another connection (`pool_mode=transaction`). */
export async function startPgBouncer(
  appUrl: string,
  connections: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const program = findProgram('pgbouncer');
  if (program === null) throw new Error('There is no pgbouncer.');
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-bouncer-'));
  const as = runAs();
  const { hostname, port: databasePort, username, password, pathname } = new URL(appUrl);
  const port = await freePort();
  const users = join(directory, 'users.txt');
  const settings = join(directory, 'pgbouncer.ini');
  await writeFile(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${connections}
`,
  );
  if (as.uid !== undefined && as.gid !== undefined) {
    for (const path of [directory, users, settings]) await chown(path, as.uid, as.gid);
  }
  const child = spawn(program, ['--quiet', settings], { ...as, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until('PgBouncer listens', () => isListening(port));
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
