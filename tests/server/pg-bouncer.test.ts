import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pullAnswerSchema } from '../../contract/api/sync/pull.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { describeWith } from '../helpers/need-program.ts';
import { withClient } from '../helpers/server/database.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { startPgBouncer } from '../helpers/server/pg-bouncer.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server/server-process.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';

describeWith(['pgbouncer'], 'behind PgBouncer, which gives each transaction another connection', () => {
  let bed: ServerBed;
  let server: ServerProcess;
  const cleanUps: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    bed = await serverBed();
    cleanUps.push(bed.close);
    const pool = await startPgBouncer(bed.appUrl, 3);
    cleanUps.push(pool.close);
    server = await startServerProcess({
      DATABASE_URL: bed.url,
      DATABASE_APP_URL: pool.url,
      DATABASE_LISTEN_URL: bed.appUrl,
    });
    cleanUps.push(() => server.end('SIGKILL'));
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  async function ask(seat: Seat, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(server.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${seat.token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status).toBe(200);
    const json: unknown = await response.json();
    return json;
  }

  test('agents of many teams push at once, and each sees the own team’s records only', async () => {
    const teams = await Promise.all(
      Array.from({ length: 8 }, async () => await bed.seat('agent', await bed.organisation())),
    );
    await Promise.all(
      teams.flatMap((agent) =>
        Array.from({ length: 10 }, async () => {
          const event = orderOpened(agent.number, Date.now());
          await ask(agent, '/v1/sync/push', { items: [{ type: 'team', event }] });
        }),
      ),
    );
    const authorSchema = v.object({ event: v.object({ by: v.string() }) });
    for (const agent of teams) {
      const { items } = v.parse(pullAnswerSchema, await ask(agent, '/v1/sync/pull'));
      const authors = items.map((item) => v.parse(authorSchema, item).event.by);
      expect(authors).toEqual(Array.from({ length: 10 }, () => agent.number));
    }
  });

  test('what is written reaches the open streams of the team', async () => {
    const agent = await bed.seat('agent', await bed.organisation());
    const listener = await eventListener(() => server.url, agent);
    const event = orderOpened(agent.number, Date.now());
    await ask(agent, '/v1/sync/push', { items: [{ type: 'team', event }] });
    await listener.next('changed', 1);
    listener.stop();
  });

  test('the server logs in as a role that owns nothing', async () => {
    const logins = await withClient(bed.url, async (client) => {
      const database = new URL(bed.url).pathname.slice(1);
      const { rows } = await client.query<{ usename: string }>(
        `select distinct usename from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
        [database],
      );
      return rows.map(({ usename }) => usename);
    });
    expect(logins).toEqual(['sansheng_app']);
  });
});
