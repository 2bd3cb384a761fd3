import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from '../../../server/postgres/run-as.ts';
import { freePort } from '../../../server/postgres/tcp-port.ts';
import { findProgram } from '../find-program.ts';
import { until } from '../until.ts';

const OWNER = 'owner';
const PASSWORD = 'for-tests-only';
/** Two initdb and a base backup, on a busy machine. */
const START_LIMIT_MS = 120_000;

interface Node {
  readonly name: string;
  readonly postgres: number;
  readonly patroni: number;
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
  process: ChildProcess | null;
}

export interface PatroniCluster {
  readonly nodes: readonly [Node, Node];
  /** Through `port`, at which a proxy leads to the primary. */
  url(port: number, database: string): string;
  /** The machine of the primary loses its power. */
  killPrimary(): Promise<void>;
  /** It has power again. Resolves when commits wait for a standby. */
  reviveOther(): Promise<void>;
  close(): Promise<void>;
}

/** Two real PostgreSQL under Patroni with docs/deploy/patroni.yml, and one etcd. */
export async function startPatroni(): Promise<PatroniCluster> {
  const [patroni, etcd] = [findProgram('patroni'), findProgram('etcd')];
  if (patroni === null || etcd === null) throw new Error('There is no patroni or no etcd.');
  const as = runAs();
  const home = await mkdtemp(join(tmpdir(), 'sansheng-patroni-'));
  const settings = join(home, 'patroni.yml');
  await copyFile('docs/deploy/patroni.yml', settings);
  const own = async (path: string) => {
    if (as.uid !== undefined && as.gid !== undefined) await chown(path, as.uid, as.gid);
  };
  for (const path of [home, settings]) await own(path);
  const [client, peer] = [await freePort(), await freePort()];
  const [clientUrl, peerUrl] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  const { PATH } = process.env;
  const store = spawn(
    etcd,
    [
      ...['--name', 'one', '--data-dir', join(home, 'etcd'), '--initial-cluster', `one=${peerUrl}`],
      ...['--listen-client-urls', clientUrl, '--advertise-client-urls', clientUrl],
      ...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl],
    ],
    { ...as, cwd: home, env: { PATH }, stdio: 'ignore' },
  );
  const node = async (name: string): Promise<Node> => {
    const [postgres, rest] = [await freePort(), await freePort()];
    const folder = join(home, name);
    await mkdir(folder, { mode: 0o700 });
    await own(folder);
    const env = {
      PATH,
      LC_ALL: 'C.UTF-8',
      PATRONI_NAME: name,
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${rest}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${rest}`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${postgres}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${postgres}`,
      PATRONI_POSTGRESQL_DATA_DIR: join(folder, 'data'),
      PATRONI_ETCD3_HOSTS: `127.0.0.1:${client}`,
      PATRONI_SUPERUSER_PASSWORD: PASSWORD,
      PATRONI_REPLICATION_PASSWORD: PASSWORD,
    };
    return { name, postgres, patroni: rest, data: join(folder, 'data'), env, process: null };
  };
  const nodes: [Node, Node] = [await node('one'), await node('two')];
  const start = (one: Node) => {
    one.process = spawn(patroni, [settings], { ...as, cwd: home, env: one.env, stdio: 'ignore' });
  };
  const is = async (one: Node, role: 'primary' | 'synchronous') =>
    await fetch(`http://127.0.0.1:${one.patroni}/${role}`).then(
      ({ ok }) => ok,
      () => false,
    );
  const primary = async () => {
    for (const one of nodes) if (await is(one, 'primary')) return one;
    return null;
  };
  const isSynchronous = async () =>
    (await primary()) !== null &&
    ((await is(nodes[0], 'synchronous')) || (await is(nodes[1], 'synchronous')));
  const kill = async (one: Node) => {
    const { process: patroniProcess } = one;
    if (patroniProcess !== null && patroniProcess.exitCode === null && patroniProcess.signalCode === null) {
      const ended = once(patroniProcess, 'exit');
      patroniProcess.kill('SIGKILL');
      await ended;
    }
    one.process = null;
    const pidFile = await readFile(join(one.data, 'postmaster.pid'), 'utf8').catch(() => '');
    const postmaster = Number(pidFile.split('\n')[0]);
    if (postmaster > 0) {
      try {
        process.kill(postmaster, 'SIGKILL');
      } catch {
        // It had ended already, and left its file.
      }
    }
  };
  const close = async () => {
    for (const one of nodes) await kill(one);
    const ended = once(store, 'exit');
    store.kill('SIGKILL');
    await ended;
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    for (const one of nodes) start(one);
    await until('Patroni has a synchronous standby', isSynchronous, START_LIMIT_MS);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    nodes,
    url: (port, database) => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    async killPrimary() {
      const one = await primary();
      if (one === null) throw new Error('There is no primary.');
      await kill(one);
    },
    async reviveOther() {
      for (const one of nodes) if (one.process === null) start(one);
      await until('Patroni has a synchronous standby again', isSynchronous, START_LIMIT_MS);
    },
    close,
  };
}
