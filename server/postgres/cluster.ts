import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomSecret } from '../sign-in/secrets.ts';
import { choosePrograms } from './choose-programs.ts';
import { acquireLock, type DirectoryLock, OWNER } from './lock.ts';
import { type RunAs, runAs } from './run-as.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';
import { superviseCluster } from './supervise-cluster.ts';
import { freePort, isListening } from './tcp-port.ts';

type Run = (program: string, ...args: readonly string[]) => Promise<ProgramEnd>;

export interface Cluster {
  /** As the owner. The database need not exist. */
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** Every 500 ms. */
const START_ATTEMPTS = 20;

/** File with the owner's password; only PostgreSQL's user can read the folder. */
const PASSWORD = 'owner-password';

/** The log must not contain statements and values, which are personal data. */
const SETTINGS = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['max_connections', '200'],
  ['log_error_verbosity', 'terse'],
  ['log_min_error_statement', 'panic'],
];

/**
 * `serve`: one process at a time. `visit`: a short task, which also works beside a server that runs
 * and leaves its PostgreSQL alone.
 */
export type ClusterUse = 'serve' | 'visit';

/**
 * Starts the PostgreSQL of a data directory, which is created if new, and starts it again whenever
 * it ends. Takes over one that a killed server left running. Throws if another server process uses
 * it. `say` gets a line for the operator.
 */
export async function startCluster(
  dataDirectory: string,
  say: (line: string) => void,
  use: ClusterUse = 'serve',
): Promise<Cluster> {
  const home = resolve(dataDirectory);
  const as = runAs();
  await mkdir(home, { recursive: true });
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const data = join(home, 'cluster');
  const bin = await choosePrograms(home, data);
  const run: Run = async (program, ...args) => await runProgram(join(bin, program), args, { cwd: home, as });
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(run, data, as, await majorOf(run));
  const password = await readFile(join(data, PASSWORD), 'utf8');

  await startUnlessRunning(run, data, await freePort());
  // Connections know the port: it stays when PostgreSQL is started again.
  const port = await portOf(data);
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  const lock = async () => await acquireLock(url('postgres'));
  const first = await lock();
  if (first === null && use === 'visit') return { url, stop: async () => {} };
  const supervisor = superviseCluster(onlyOne(first, home), say, async () => {
    await startUnlessRunning(run, data, port);
    return onlyOne(await lock(), home);
  });
  return {
    url,
    stop: async () => {
      await supervisor.stop();
      await run('pg_ctl', 'stop', '-m', 'fast', '-w', '-D', data);
    },
  };
}

/** Throws where another process has the lock. */
function onlyOne(lock: DirectoryLock | null, home: string): DirectoryLock {
  if (lock === null) throw new Error(`Another server works with ${home}. One process a data directory.`);
  return lock;
}

/**
 * Retries, because processes of a crashed PostgreSQL hold its shared memory for a while. If another
 * server starts it first, the lock decides.
 */
async function startUnlessRunning(run: Run, data: string, port: number): Promise<void> {
  const options = SETTINGS.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  const log = join(data, 'postgres.log');
  for (let attempt = 1; !(await isUp(run, data)); attempt += 1) {
    const started = await run('pg_ctl', 'start', '-w', '-D', data, '-l', log, '-o', `-p ${port} ${options}`);
    if (started.code !== 0 && attempt === START_ATTEMPTS)
      throw new Error(`PostgreSQL did not start. ${started.printed} See ${log}.`);
    if (started.code !== 0) await pause(500);
  }
}

/** Also checks the port, because the process id may be stale. */
async function isUp(run: Run, data: string): Promise<boolean> {
  if ((await run('pg_ctl', 'status', '-D', data)).code !== 0) return false;
  return await isListening(await portOf(data));
}

/** Fourth line of postmaster.pid; 0 if it is not written yet. */
async function portOf(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3] ?? 0);
}

/** The same everywhere; older versions take the system's. */
const BUILTIN_LOCALE = ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];

async function majorOf(run: Run): Promise<number> {
  return Number(/\) (\d+)/.exec((await run('initdb', '--version')).printed)?.[1]);
}

/** Creates it in a temporary folder first, so that an interruption leaves no partial database. */
async function initialise(run: Run, data: string, as: RunAs, major: number): Promise<void> {
  const fresh = `${data}.${process.pid}`;
  const passwordFile = `${fresh}.password`;
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, randomSecret(), { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) {
    for (const path of [fresh, passwordFile]) await chown(path, as.uid, as.gid);
  }
  const made = await run(
    'initdb',
    ...['-D', fresh, '-U', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8'],
    ...(major < 17 ? ['--locale', 'C.UTF-8'] : BUILTIN_LOCALE),
  );
  if (made.code !== 0) throw new Error(`The database could not be made. ${made.printed}`);
  await rename(passwordFile, join(fresh, PASSWORD));
  await rename(fresh, data).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  });
}
