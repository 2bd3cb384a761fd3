import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Readable } from 'node:stream';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { callServer } from '../../browser/server/call-server.ts';
import { EventFollower } from '../../browser/server/event-follower.ts';
import { MOST_DOCUMENT_BYTES, readBounded } from '../../browser/server/read-bounded.ts';
import { membersApi } from '../../contract/api/members/members-api.ts';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from '../../contract/api/retry-after.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import { LeadServer } from '../../pages/lead/frame/lead-server.ts';
import { httpSyncServer } from '../../phone-host/server/http-sync-server.ts';
import type { PackService } from '../../phone-host/server/pack-service.ts';
import { ReleaseFetcher } from '../../phone-host/server/release-fetcher.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import { LEAD, TEAM } from '../helpers/fake-team-server.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  vi.unstubAllGlobals();
});

async function serve(answer: RequestListener): Promise<{ readonly server: string; readonly token: string }> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return { server: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, token: 't' };
}

function linkTo(address: { readonly server: string; readonly token: string }): Link {
  const me = {
    ...{ organisation: { id: 'o', name: '示例' }, team: { id: TEAM, name: '夜班', retentionDays: null } },
    ...{ member: LEAD, device: 'd' },
  };
  return { ...address, me, cursor: '', pulledBy: 3 };
}

const MB = 1024 * 1024;

/** 1.5 GB of blanks in 1.5 MB, made while they are sent; counts what was made. */
function bomb() {
  const made = { bytes: 0 };
  const blanks = Buffer.alloc(MB, ' ');
  const answer: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const endless = function* () {
      while (made.bytes < 1_500 * MB) {
        made.bytes += MB;
        yield blanks;
      }
    };
    const packed = Readable.from(endless()).pipe(createGzip());
    response.on('close', () => packed.destroy());
    packed.on('error', () => undefined).pipe(response);
  };
  return { made, answer };
}

describe('an answer that unpacks to more than a server sends', () => {
  test('is given up early, whatever is asked', async () => {
    const { made, answer } = bomb();
    const address = await serve(answer);
    const tooLong = { ok: false, reason: 'bad-reply' };
    expect(await callServer(address, membersApi.me, {})).toMatchObject(tooLong);
    expect(made.bytes).toBeLessThan(700 * MB);
    made.bytes = 0;
    expect(await httpSyncServer(address).pull('')).toMatchObject(tooLong);
    expect(made.bytes).toBeLessThan(700 * MB);
    made.bytes = 0;
    const lead = new LeadServer(linkTo(address));
    expect(await lead.release(1)).toBeNull();
    expect(made.bytes).toBeLessThan(700 * MB);
  });

  test('is given up early as a release too, fetched or pushed', async () => {
    const { made, answer } = bomb();
    const acceptRelease = vi.fn();
    const packs = { has: () => false, acceptRelease } as unknown as PackService;
    const releases = new ReleaseFetcher(linkTo(await serve(answer)), packs, async () => {});
    expect(await releases.fetchRelease(1)).toBe(false);
    expect(made.bytes).toBeLessThan(700 * MB);
    const packed = gzipSync(Buffer.alloc(3 * MOST_DOCUMENT_BYTES, ' ')).toString('base64');
    await releases.acceptPushed(1, packed);
    await releases.acceptPushed(1, 'no base64!');
    await releases.acceptPushed(1, Buffer.from('no gzip').toString('base64'));
    expect(acceptRelease).not.toHaveBeenCalled();
  });

  test('stops the unpacking itself', async () => {
    let unpacked = 0;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        unpacked += MB;
        controller.enqueue(new Uint8Array(MB));
      },
    });
    expect(await readBounded(endless, 10 * MB)).toBeNull();
    expect(unpacked).toBeLessThan(15 * MB);
  });
});

describe('an answer that is packed several times', () => {
  test.each(['gzip, gzip', 'gzip, gzip, gzip', 'gzip, br', 'deflate, gzip'])(
    'as %s is read up to the same bound, or not at all',
    async (encodings) => {
      const pack = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };
      const body = encodings
        .split(', ')
        .reduce<Buffer>((bytes, one) => pack[one as keyof typeof pack](bytes), Buffer.alloc(200 * MB, ' '));
      const address = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encodings });
        response.end(body);
      });
      let unpacked = 0;
      const really = fetch;
      vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
        const answer = await really(...asked);
        const counted = answer.body?.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform: (chunk, to) => {
              unpacked += chunk.length;
              to.enqueue(chunk);
            },
          }),
        );
        return new Response(counted ?? null, answer);
      });
      expect(await callServer(address, membersApi.me, {})).toMatchObject({ ok: false, reason: 'bad-reply' });
      expect(await httpSyncServer(address).pull('')).toMatchObject({ ok: false, reason: 'bad-reply' });
      expect(unpacked).toBeLessThan(100 * MB);
    },
  );
});

test('an answer that lies 10,000 levels deep is a bad reply, whatever was asked', async () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  let body = deep;
  const address = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  for (body of [deep, `{"items":[${deep}],"cursor":"","more":false}`, `{"a":${deep}}`]) {
    expect(await callServer(address, membersApi.me, {})).toMatchObject({ ok: false, reason: 'bad-reply' });
    expect(await httpSyncServer(address).pull('')).toMatchObject({ ok: false, reason: 'bad-reply' });
  }
});

test('an event stream with a frame that has no end is closed, and tried again later', async () => {
  let sent = 0;
  const address = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const piece = 'x'.repeat(MB / 4);
    const more = () => {
      while (!response.destroyed && sent < 200 * MB) {
        sent += piece.length;
        if (!response.write(piece)) {
          response.once('drain', more);
          return;
        }
      }
    };
    more();
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const states: string[] = [];
  const received = vi.fn();
  const follower = new EventFollower({
    open: (_, signal) => fetch(address.server, { signal }),
    received,
    stateChanged: (state) => states.push(state),
    random: () => 1,
  });
  void follower.run();
  await vi.waitFor(() => expect(states).toEqual(['open', 'closed']));
  follower.stop();
  expect(received).not.toHaveBeenCalled();
  expect(sent).toBeLessThan(50 * MB);
});

describe('Retry-After', () => {
  test.each([
    ['30', 30_000],
    ['0', 1_000],
    ['600', 600_000],
    ['601', LONGEST_RETRY_AFTER_MS],
    ['99999999999999999999', LONGEST_RETRY_AFTER_MS],
    ['-5', null],
    ['1e9', null],
    ['', null],
    ['Wed, 21 Oct 2065 07:28:00 GMT', null],
    [null, null],
  ])('%s means a wait of %s ms', (header, wait) => {
    expect(retryAfterMs(header)).toBe(wait);
  });

  test('of an answer is kept within these bounds', async () => {
    const address = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': '31536000', 'content-type': 'application/json' });
      response.end(JSON.stringify({ reason: 'too-many', detail: 'notes a day of the device' }));
    });
    const pulled = await callServer(address, syncApi.pull, { query: {} });
    expect(pulled).toEqual({ ok: false, reason: 'too-many', retryAfterMs: LONGEST_RETRY_AFTER_MS });
  });
});

test('a batch of long notes goes in parts that a server accepts, and the results stay in order', async () => {
  const parts: number[] = [];
  const address = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { items }: { readonly items: readonly { readonly id: string }[] } = JSON.parse(body.toString());
      parts.push(body.length);
      const results = items.map(({ id }) => ({ outcome: 'refused', reason: 'malformed', detail: id }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results }));
    });
  });
  const items = Array.from({ length: 500 }, (_, nth) => {
    const note = { text: '长'.repeat(20_000) };
    return { type: 'note', id: String(nth), revision: 1, base: 0, note } as never;
  });
  const pushed = await httpSyncServer(address).push(items);
  if (!pushed.ok) throw new Error(pushed.reason);
  const details = pushed.value.results.map((one) => (one.outcome === 'refused' ? one.detail : ''));
  expect(details).toEqual(items.map((_, nth) => String(nth)));
  expect(parts.length).toBeGreaterThan(5);
  expect(Math.max(...parts)).toBeLessThan(5 * MB);
});
