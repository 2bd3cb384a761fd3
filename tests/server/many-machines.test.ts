import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { appUrlOf } from '../../server/database/app-login.ts';
import { migrate } from '../../server/database/migrate.ts';
import { ensureDatabase } from '../../server/postgres/ensure-database.ts';
import { freePort } from '../../server/postgres/tcp-port.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type Haproxy, startHaproxy } from '../helpers/server/haproxy.ts';
import { type PatroniCluster, startPatroni } from '../helpers/server/patroni.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server/server-process.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';
import { until } from '../helpers/until.ts';

/** Patroni's ttl and loop_wait, the proxy's checks, and a busy machine. */
const PROMOTION_LIMIT_MS = 60_000;

/** With the files of docs/deploy: what docs/deploy.md tells an operator to run. */
describeWith(['patroni', 'etcd', 'haproxy'], 'two servers behind HAProxy, PostgreSQL under Patroni', () => {
  let cluster: PatroniCluster;
  let proxy: Haproxy;
  let bed: ServerBed;
  let url: string;
  let servers: ServerProcess[] = [];
  const ports: [number, number] = [0, 0];
  const start = (index: 0 | 1) =>
    startServerProcess({
      ...{ DATABASE_URL: url, PORT: String(ports[index]), LOG_LEVEL: 'silent' },
      TRUSTED_PROXIES: '127.0.0.1',
    });

  beforeAll(async () => {
    cluster = await startPatroni();
    [ports[0], ports[1]] = [await freePort(), await freePort()];
    proxy = await startHaproxy({ servers: ports, databases: cluster.nodes });
    const database = (name: string) => cluster.url(proxy.postgresPort, name);
    await until('the proxy leads to the primary', async () => {
      return await ensureDatabase(database, 'sansheng').then(
        () => true,
        () => false,
      );
    });
    url = database('sansheng');
    await migrate(url);
    await appUrlOf(url);
    bed = await serverBed({}, url);
    bed.clock.now = Date.now();
    servers = await Promise.all([start(0), start(1)]);
  }, 240_000);
  afterAll(async () => {
    await bed?.close();
    for (const server of servers) await server.end('SIGKILL');
    await proxy?.kill();
    await cluster?.close();
  }, 60_000);

  const ask = async (seat: Seat, path: string, body?: unknown) => {
    const response = await fetch(proxy.origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${seat.token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
      signal: AbortSignal.timeout(20_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  };

  test('the primary, a server and the proxy are killed: promoted in time, nothing acknowledged is missing', async () => {
    const admin = await bed.organisation();
    const seats = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
    const acknowledged = new Set<string>();
    let isOver = false;
    const writing = seats.map(async (seat) => {
      while (!isOver) {
        const event = orderOpened(seat.number, Date.now());
        const answer = await ask(seat, '/v1/sync/push', { items: [{ type: 'team', event }] }).catch(
          () => null,
        );
        if (answer?.status === 200) acknowledged.add(event.id);
      }
    });
    const more = async (what: string, limitMs: number) => {
      const before = acknowledged.size;
      await until(what, () => acknowledged.size > before + 5, limitMs);
    };
    try {
      await more('records are acknowledged', 30_000);
      for (let round = 1; round <= 2; round += 1) {
        await cluster.killPrimary();
        const began = performance.now();
        await more('the standby is promoted and takes records', PROMOTION_LIMIT_MS);
        console.log(`Promotion ${round}: ${Math.round((performance.now() - began) / 1000)} s`);
        await cluster.reviveOther();
      }
      await servers[0]?.end('SIGKILL');
      await more('the other server goes on', 30_000);
      servers[0] = await start(0);
      await proxy.kill();
      await proxy.start();
      await more('behind a new proxy it goes on', 30_000);
    } finally {
      isOver = true;
      await Promise.all(writing);
    }
    const [reader = admin] = seats;
    const stored: string[] = [];
    for (let cursor = '', isMore = true; isMore; ) {
      const { status, body } = await ask(reader, `/v1/sync/pull?limit=1000&cursor=${cursor}`);
      expect(status).toBe(200);
      const page = Object(body);
      stored.push(...page.items.map(({ event }: { event: { id: string } }) => event.id));
      [cursor, isMore] = [page.cursor, page.more];
    }
    expect(stored).toEqual(expect.arrayContaining([...acknowledged]));
    expect(new Set(stored).size).toBe(stored.length);
    console.log(`${acknowledged.size} acknowledged, 0 lost`);
  }, 600_000);
});
