import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { ROUTES } from '../../server/routes.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { orderOpened, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let server: Listening;
let admin: Seat;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
  admin = await bed.organisation();
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

const BODIES = ROUTES.filter(({ endpoint }) => endpoint.method !== 'GET').map(
  ({ endpoint: { method, path } }) =>
    [method, path.replace(':team', 'TEAM').replace(/:\w+/g, crypto.randomUUID())] as const,
);
const pathOf = (path: string) => path.replace('TEAM', admin.team);

describe('JSON that lies 10,000 levels deep', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const deepObject = '{"a":'.repeat(10_000) + '1'.concat('}'.repeat(10_000));

  test.each(BODIES)('is refused as malformed: %s %s', async (method, path) => {
    for (const text of [deep, deepObject, `{"items":[${deep}]}`, `{"content":${deep}}`]) {
      const answer = await bed.ask(admin, method, pathOf(path), undefined, {}, text);
      expect(answer).toMatchObject({ status: 400, body: { reason: 'malformed' } });
    }
  });

  test('is not let in by a draft, whose content is free', async () => {
    const path = `/v1/teams/${admin.team}/drafts/${crypto.randomUUID()}`;
    const text = `{"revision":0,"name":"x","content":{"a":${deepObject}}}`;
    expect(await bed.ask(admin, 'POST', path, undefined, {}, text)).toMatchObject({ status: 400 });
    expect((await bed.ask(admin, 'GET', path)).status).toBe(404);
  });
});

describe('a body that is packed', () => {
  // 8 MB of blanks each time it is unpacked once, 1 GB of them the second time.
  const bomb = gzipSync(Buffer.alloc(64_000_000, ' '));
  const packed: readonly (readonly [string, Buffer])[] = [
    ['gzip', bomb],
    ['gzip, gzip', gzipSync(bomb)],
    ['gzip, gzip, gzip', gzipSync(gzipSync(bomb))],
    ['br', brotliCompressSync(Buffer.alloc(1_000_000, ' '))],
    ['deflate', bomb],
    ['identity, gzip', bomb],
    ['GZIP', bomb],
  ];

  test.each(packed)('as %s is not unpacked, but refused', async (encoding, body) => {
    const before = process.memoryUsage().arrayBuffers;
    for (const [path, token] of [
      ['/v1/sync/push', admin.token],
      ['/v1/enrol', ''],
    ]) {
      const response = await fetch(server.origin + path, {
        method: 'POST',
        headers: {
          'content-encoding': encoding,
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          [VERSION_HEADER]: String(SYNC_VERSION),
        },
        body: Uint8Array.from(body),
      });
      const answer: unknown = await response.json();
      const isTooLarge = response.status === 413;
      expect(isTooLarge || response.status === 400).toBe(true);
      expect(answer).toMatchObject({ reason: isTooLarge ? 'too-large' : 'malformed' });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16_000_000);
  });

  test('leaves the server as it was', async () => {
    expect(await push(bed, admin, { type: 'team', event: orderOpened(admin.number, bed.clock.now) })).toEqual(
      [{ outcome: 'applied', revision: 1 }],
    );
  });
});
