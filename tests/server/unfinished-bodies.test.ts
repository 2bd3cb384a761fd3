import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/http/rate-limit.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { type ServerProcess, startServerProcess } from '../helpers/server/server-process.ts';
import { sendUnfinished, type Unfinished } from '../helpers/server/unfinished-request.ts';

const MB = 1024 * 1024;
const PART = Buffer.alloc(7 * MB, ' ');

describe('200 unfinished bodies of 7 MB', () => {
  let bed: ServerBed;
  let devices: readonly Seat[];
  let server: ServerProcess;
  const METRICS_TOKEN = 'a token of twenty signs';

  beforeAll(async () => {
    const database = await freshDatabase();
    bed = await serverBed({}, database);
    const admin = await bed.organisation();
    devices = await Promise.all(Array.from({ length: 20 }, () => bed.seat('agent', admin)));
    server = await startServerProcess({ DATABASE_URL: database, METRICS_TOKEN, LOG_LEVEL: 'silent' });
  }, 120_000);
  afterAll(async () => {
    await server?.end('SIGKILL');
    await bed?.close();
  });

  async function memory(): Promise<number> {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  }

  const falseToken = () => `${devices[0]?.token.slice(0, -43)}${'x'.repeat(43)}`;
  const cases: readonly (readonly [string, (nth: number) => Omit<Unfinished, 'part'>, readonly number[]])[] =
    [
      ['to an unknown path', () => ({ path: '/v1/nowhere', as: 'chunked' }), [404]],
      ['to an unknown path, announced', () => ({ path: '/', as: 'announced' }), [404]],
      ['to a known path by another method', () => ({ path: '/v1/sync/pull', as: 'chunked' }), [405]],
      ['without a token', () => ({ path: '/v1/sync/push', as: 'chunked' }), [401, 429]],
      [
        'with a false token',
        () => ({ path: '/v1/sync/push', as: 'announced', token: falseToken() }),
        [401, 429],
      ],
      ['to sign in', () => ({ path: '/v1/enrol', as: 'chunked' }), [413, 429]],
      [
        'of members',
        (nth) => ({ path: '/v1/sync/push', as: 'chunked', token: devices[nth % 20]?.token ?? '' }),
        [408, 429, 503],
      ],
    ];

  test.each(cases)(
    '%s: the server keeps at most its budget in memory',
    async (_, request, statuses) => {
      const before = await memory();
      let most = before;
      let isOver = false;
      const watch = async () => {
        while (!isOver) most = Math.max(most, await memory());
      };
      const send = async () => {
        const all = Array.from({ length: 200 }, (_, nth) => ({ ...request(nth), part: PART }));
        const enough = new AbortController();
        let over = 0;
        const statuses = all.map(async (one) => {
          const status = await sendUnfinished(server.url, one, enough.signal);
          over += 1;
          // The rest has room, and would be waited for.
          if (over === 150) enough.abort();
          return status;
        });
        const answers = await Promise.all(statuses);
        isOver = true;
        return answers;
      };
      const [answers] = await Promise.all([send(), watch()]);
      for (const status of answers) if (status !== null) expect(statuses).toContain(status);
      expect(answers.some((status) => status !== null)).toBe(true);
      // What is over waits for the garbage collector.
      expect(most - before).toBeLessThan(3 * LIMITS.bodyBytesInFlight);
    },
    120_000,
  );
});

describe('a body that does not end', () => {
  let bed: ServerBed;
  let server: Listening;
  let agent: Seat;
  beforeAll(async () => {
    bed = await serverBed({
      limits: { bodyWithinMs: 300, anonymousPerMinute: 100_000, bodyBytesOfClient: 20_000 },
    });
    server = await listening(bed);
    agent = await bed.seat('agent', await bed.organisation());
  });
  afterAll(async () => {
    await server.close();
    await bed.close();
  });

  test.each([
    ['of a member', '/v1/sync/push', true],
    ['of somebody who signs in', '/v1/enrol', false],
  ])('%s is given up after its time, and its room is free again', async (_, path, isMember) => {
    const token = isMember ? agent.token : '';
    const part = Buffer.alloc(15_000, ' ');
    for (let nth = 0; nth < 2; nth += 1) {
      expect(await sendUnfinished(server.origin, { path, token, part, as: 'announced' })).toBe(408);
    }
  });

  test('one client’s bodies that are still coming leave room for another client', async () => {
    const part = Buffer.alloc(15_000, ' ');
    const request = { path: '/v1/sync/push', part, as: 'announced' } as const;
    const other = await bed.device(agent);
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => sendUnfinished(server.origin, { ...request, token: agent.token })),
      sendUnfinished(server.origin, { ...request, token: other.token }),
    ]);
    expect(answers.slice(0, 3).toSorted()).toEqual([408, 429, 429]);
    expect(answers[3]).toBe(408);
  });
});

test('a refusal for want of room says when to come back', async () => {
  for (const [limits, status] of [
    [{ bodyBytesInFlight: 10 }, 503],
    [{ bodyBytesOfClient: 10 }, 429],
  ] as const) {
    const bed = await serverBed({ limits });
    const agent = await bed.organisation();
    const refused = await bed.ask(agent, 'POST', '/v1/sync/push', { items: [] });
    expect(refused).toMatchObject({ status, body: { detail: 'bodies' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await bed.close();
  }
});
