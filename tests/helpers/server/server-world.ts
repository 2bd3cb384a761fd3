import { readdirSync } from 'node:fs';
import { appUrlOf } from '../../../server/database/app-login.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { ensureDatabase } from '../../../server/postgres/ensure-database.ts';
import { freePort } from '../../../server/postgres/tcp-port.ts';
import { until } from '../until.ts';
import { builtServer } from './built-server.ts';
import { type Haproxy, startHaproxy } from './haproxy.ts';
import { replicatedPostgres } from './replicated-postgres.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** What a schedule kills. `primary`: the standby takes its place. */
export type Victim = 'server-one' | 'server-two' | 'proxy' | 'database' | 'primary';

export interface ServerWorld {
  /** The owner's. */
  readonly url: string;
  /** Of the proxy. */
  readonly origin: string;
  /** It is started again, or replaced, while the schedule goes on. */
  kill(victim: Victim): Promise<void>;
  /** Everything runs, and the proxy knows. */
  whole(): Promise<void>;
  close(): Promise<void>;
}

const SYSTEM = '/usr/lib/postgresql';

/**
 * Two real server processes behind HAProxy, and a PostgreSQL of the system with a synchronous
 * standby: each can be killed with SIGKILL.
 */
export async function serverWorld(): Promise<ServerWorld> {
  const cleanUps: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp().catch(console.error);
  };
  try {
    return await open(cleanUps, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(cleanUps: (() => Promise<void>)[], close: () => Promise<void>): Promise<ServerWorld> {
  const version =
    readdirSync(SYSTEM)
      .sort((a, b) => Number(a) - Number(b))
      .at(-1) ?? '';
  const postgres = await replicatedPostgres(`${SYSTEM}/${version}/bin`);
  cleanUps.push(() => postgres.close());
  const url = await ensureDatabase(postgres.url, 'sansheng');
  await migrate(url);
  await appUrlOf(url);
  await postgres.waitForStandby();
  const ports: [number, number] = [await freePort(), await freePort()];
  const env = { DATABASE_URL: url, DATABASE_CONNECTIONS: '6', LOG_LEVEL: 'silent' };
  const { program, remove } = await builtServer();
  cleanUps.push(remove);
  const start = async (port: number): Promise<ServerProcess> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await startServerProcess({ ...env, PORT: String(port) }, program);
      } catch (error) {
        // The database may be down at this moment; an operator's service manager tries again too.
        if (attempt === 20) throw error;
      }
    }
  };
  const servers: { process: Promise<ServerProcess>; readonly port: number }[] = ports.map((port) => ({
    process: start(port),
    port,
  }));
  cleanUps.push(async () => {
    for (const { process } of servers) await (await process).end('SIGKILL');
  });
  await Promise.all(servers.map((one) => one.process));
  const proxy: Haproxy = await startHaproxy({ servers: ports });
  cleanUps.push(() => proxy.kill());
  let database: Promise<void> = Promise.resolve();
  let front: Promise<void> = Promise.resolve();
  const next = (before: Promise<void>, work: () => Promise<void>) => {
    const after = before.then(work);
    // Awaited by `whole`.
    after.catch(() => undefined);
    return after;
  };

  const killServer = async (index: number) => {
    const server = servers[index];
    if (server === undefined) throw new Error(`no server ${index}`);
    // Two who kill it at once kill it one after the other.
    const dead = server.process.then((running) => running.end('SIGKILL'));
    server.process = dead.then(() => start(server.port));
    // Awaited by `whole`.
    server.process.catch(() => undefined);
    await dead;
  };
  const isReady = async (origin: string) =>
    await fetch(`${origin}/health`).then(
      ({ ok }) => ok,
      () => false,
    );

  return {
    url,
    origin: proxy.origin,
    async kill(victim) {
      switch (victim) {
        case 'server-one':
          return await killServer(0);
        case 'server-two':
          return await killServer(1);
        case 'proxy':
          front = next(front, async () => {
            await proxy.kill();
            await proxy.start();
          });
          return;
        case 'database':
          database = next(database, () => postgres.crash());
          return;
        case 'primary':
          database = next(database, async () => {
            await postgres.failOver();
            await postgres.addStandby();
            await postgres.waitForStandby();
          });
      }
    },
    async whole() {
      await Promise.all([database, front, ...servers.map((one) => one.process)]);
      const all = [proxy.origin, ...ports.map((port) => `http://127.0.0.1:${port}`)];
      await until(
        'both servers and the proxy are ready',
        async () => (await Promise.all(all.map(isReady))).every(Boolean),
        60_000,
      );
    },
    async close() {
      await Promise.allSettled([database, front]);
      await close();
    },
  };
}
