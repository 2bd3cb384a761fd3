import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomSecret } from '../sign-in/secrets.ts';
import { answersAt } from './answers-at.ts';
import { freePort } from './free-port.ts';
import { acquireLock, OWNER } from './lock.ts';
import { preparePrograms } from './programs.ts';
import { type RunAs, runAs } from './run-as.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';

type Run = (program: string, ...args: readonly string[]) => Promise<ProgramEnd>;

export interface Cluster {
  /** As the owner of everything. The database need not be there yet. */
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** Half a second apart. */
const START_ATTEMPTS = 20;

/** Of the owner; the folder is only the database's own. */
const PASSWORD = 'owner-password';

/** Addresses and sizes; messages without statements and values, which are personal data. */
const SETTINGS = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['max_connections', '200'],
  ['log_error_verbosity', 'terse'],
  ['log_min_error_statement', 'panic'],
];

/**
 * Starts the PostgreSQL of a data directory, made if it is new. One that a killed server left running is taken over; one
 * that another process works with is refused with an error.
 */
export async function startCluster(dataDirectory: string): Promise<Cluster> {
  const home = resolve(dataDirectory);
  const as = runAs();
  await mkdir(home, { recursive: true });
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const bin = await preparePrograms(home);
  const data = join(home, 'cluster');
  const run: Run = async (program, ...args) => await runProgram(join(bin, program), args, { cwd: home, as });
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(run, data, as);
  const password = await readFile(join(data, PASSWORD), 'utf8');

  await startUnlessRunning(run, data);
  const port = await portOf(data);
  const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  const unlock = await acquireLock(url('postgres'), home);
  return {
    url,
    stop: async () => {
      await unlock();
      await run('pg_ctl', 'stop', '-m', 'fast', '-w', '-D', data);
    },
  };
}

/**
 * Tries again for a while: after a crash, processes that the dead PostgreSQL left behind hold its memory until they notice. If
 * another server is faster, its PostgreSQL is there then, and the lock decides.
 */
async function startUnlessRunning(run: Run, data: string): Promise<void> {
  const options = SETTINGS.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  const log = join(data, 'postgres.log');
  for (let attempt = 1; !(await isUp(run, data)); attempt += 1) {
    const port = await freePort();
    const started = await run('pg_ctl', 'start', '-w', '-D', data, '-l', log, '-o', `-p ${port} ${options}`);
    if (started.code !== 0 && attempt === START_ATTEMPTS)
      throw new Error(`PostgreSQL did not start. ${started.printed} See ${log}.`);
    if (started.code !== 0) await pause(500);
  }
}

/** A process of that number is not enough: the dead one may not be buried yet, or its number be another's by now. */
async function isUp(run: Run, data: string): Promise<boolean> {
  if ((await run('pg_ctl', 'status', '-D', data)).code !== 0) return false;
  return await answersAt(await portOf(data));
}

/** Fourth line of the file that PostgreSQL writes when it starts; 0 before that line is there. */
async function portOf(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3] ?? 0);
}

/** Made beside its place and then moved there, so that a set-up that was cut off leaves no half of a database. */
async function initialise(run: Run, data: string, as: RunAs): Promise<void> {
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
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
  );
  if (made.code !== 0) throw new Error(`The database could not be made. ${made.printed}`);
  await rename(passwordFile, join(fresh, PASSWORD));
  await rename(fresh, data).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  });
}
