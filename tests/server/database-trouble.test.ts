import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { withClient } from '../helpers/server/database.ts';
import { type DeafProxy, deafProxy } from '../helpers/server/deaf-proxy.ts';
import { serverBed } from '../helpers/server/server-bed.ts';
import { startServerProcess } from '../helpers/server/server-process.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';
import { until } from '../helpers/until.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Pusher {
  readonly origin: string;
  readonly token: string;
  readonly number: string;
}

async function push({ origin, token, number }: Pusher): Promise<number> {
  const event = orderOpened(number, Date.now());
  const response = await fetch(`${origin}/v1/sync/push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
    body: JSON.stringify({ items: [{ type: 'team', event }] }),
    signal: AbortSignal.timeout(20_000),
  });
  await response.arrayBuffer();
  return response.status;
}

async function isReady(origin: string): Promise<boolean> {
  // An unready answer comes within 5 s too.
  return (await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) })).ok;
}

/** A server process on a database of its own, maybe behind a proxy. */
async function serverWith(proxied: boolean) {
  const bed = await serverBed();
  cleanUps.push(bed.close);
  const agent = await bed.seat('agent', await bed.organisation());
  const proxy: DeafProxy | null = proxied ? await deafProxy(bed.url) : null;
  if (proxy !== null) cleanUps.push(proxy.close);
  const server = await startServerProcess({ DATABASE_URL: proxy?.url ?? bed.url, LOG_LEVEL: 'silent' });
  cleanUps.push(() => server.end('SIGKILL'));
  return { bed, proxy, server, pusher: { origin: server.url, token: agent.token, number: agent.number } };
}

test('a connection that dies inside a transaction fails its request, and nothing else', async () => {
  const { bed, pusher } = await serverWith(false);
  const database = new URL(bed.url).pathname.slice(1);
  const statuses: number[] = [];
  let isOver = false;
  const pushing = Promise.all(
    Array.from({ length: 8 }, async () => {
      while (!isOver) statuses.push(await push(pusher));
    }),
  );
  await withClient(bed.url, async (client) => {
    // Only backends in the middle of a transaction of the server.
    for (let killed = 0; killed < 20; ) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and usename = 'sansheng_app' and state like '%transaction%' limit 1`,
        [database],
      );
      killed += rowCount ?? 0;
    }
  });
  isOver = true;
  await pushing;
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(await push(pusher)).toBe(200);
  expect(await isReady(pusher.origin)).toBe(true);
});

test('a database that vanishes without a word is noticed within seconds, and used again when it is back', async () => {
  const { proxy, pusher } = await serverWith(true);
  expect(await push(pusher)).toBe(200);
  proxy?.goDeaf();
  expect(await isReady(pusher.origin)).toBe(false);
  expect(await push(pusher)).toBe(503);
  proxy?.passAgain();
  await until('the server is ready again', () => isReady(pusher.origin), 30_000);
  expect(await push(pusher)).toBe(200);
}, 90_000);

test('the server’s own PostgreSQL is started again when it is killed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-restart-'));
  cleanUps.push(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }));
  const server = await startServerProcess({ DATA_DIRECTORY: directory, LOG_LEVEL: 'silent' });
  cleanUps.push(() => server.end('SIGTERM'));
  for (let time = 1; time <= 2; time += 1) {
    const [postmaster] = (await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(postmaster), 'SIGKILL');
    await until('the log says so', () => server.output().split('PostgreSQL ended').length > time);
    await until('it runs again', () => server.output().split('runs again').length > time, 60_000);
    await until('the server is ready', () => isReady(server.url), 30_000);
  }
}, 120_000);
