import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { LIMITS } from '../../server/http/rate-limit.ts';
import { faultOf } from '../../server/operate/log.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let agent: Seat;
const lines: string[] = [];
const TOKEN = 'a token of twenty signs';
beforeAll(async () => {
  bed = await serverBed({
    limits: { anonymousPerMinute: 5, devicePerMinute: 20, bodyBytes: 20_000 },
    allowedOrigins: ['https://lead.example'],
    metricsToken: TOKEN,
    versions: { oldest: 2, newest: 3 },
    log: pino({ serializers: { err: faultOf } }, { write: (line: string) => void lines.push(line) }),
  });
  agent = await bed.seat('agent', await bed.organisation());
});
afterAll(async () => await bed.close());

const pull = async (seat: Seat | null, headers: Readonly<Record<string, string>>) =>
  await bed.ask(seat, 'GET', '/v1/sync/pull', undefined, { [VERSION_HEADER]: '2', ...headers });

describe('schema versions', () => {
  test('an older extension keeps working; a newer one is told to wait, a too old one to update', async () => {
    expect(await pull(agent, { [VERSION_HEADER]: '2' })).toMatchObject({ status: 200 });
    expect(await pull(agent, { [VERSION_HEADER]: '4' })).toMatchObject({
      status: 409,
      body: { reason: 'server-older' },
    });
    expect(await pull(agent, { [VERSION_HEADER]: '1' })).toMatchObject({
      status: 426,
      body: { reason: 'extension-older' },
    });
    expect(await pull(agent, { [VERSION_HEADER]: 'two' })).toMatchObject({ status: 400 });
  });
});

describe('pages of other origins', () => {
  test('a web page that is not named is refused, one that is named may call, without cookies', async () => {
    expect(await pull(agent, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    const allowed = await pull(agent, { origin: 'https://lead.example' });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://lead.example');
    expect(allowed.headers.get('access-control-allow-credentials')).toBe(null);
    expect(allowed.headers.get('set-cookie')).toBe(null);
  });

  test('an extension may call; nothing is said to other pages about what they may', async () => {
    expect(await pull(agent, { origin: 'chrome-extension://abcdefghijklmnop' })).toMatchObject({
      status: 200,
    });
    const asked = await bed.ask(null, 'OPTIONS', '/v1/sync/push', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    expect(asked.headers.get('access-control-allow-origin')).toBe(null);
  });
});

describe('too much', () => {
  test('a body above the limit is refused before it is read', async () => {
    const note = noteOf(crypto.randomUUID(), bed.clock.now, { text: '长'.repeat(10_000) });
    const version = { [VERSION_HEADER]: '2' };
    const pushed = await bed.ask(agent, 'POST', '/v1/sync/push', { items: [noteItem(note)] }, version);
    expect(pushed).toMatchObject({ status: 413, body: { reason: 'too-large' } });
  });

  test('who guesses codes is told to wait; one device that calls too often too, and no other', async () => {
    const guess = () => bed.ask(null, 'POST', '/v1/enrol', { code: 'ABCD-EFGH-JKMN-PQRS', label: '' });
    const guesses = [];
    for (let nth = 0; nth < 8; nth += 1) guesses.push(await guess());
    expect(guesses.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    expect(Number(guesses.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    const calls = [];
    for (let nth = 0; nth < 25; nth += 1) calls.push((await pull(agent, {})).status);
    expect(calls.at(-1)).toBe(429);
    expect(await pull(await bed.device(agent), {})).toMatchObject({ status: 200 });
  });

  test('the usual limits leave room for a busy floor', () => {
    expect(LIMITS.bodyBytes).toBeGreaterThan(500 * 3 * 4_000);
    expect(LIMITS.devicePerMinute).toBeGreaterThan(60);
  });
});

describe('operation', () => {
  test('health says whether the database is there, metrics count by route', async () => {
    expect(await bed.ask(null, 'GET', '/health')).toMatchObject({ status: 200 });
    const authorization = `Bearer ${TOKEN}`;
    const { body } = await bed.ask(null, 'GET', '/metrics', undefined, { authorization });
    expect(body).toContain('sansheng_request_seconds_count{method="GET",route="/v1/sync/pull",status="200"}');
  });

  test('metrics are for nobody until a token is set, then for who has it, whoever the proxy', async () => {
    const open = await serverBed({ isProxy: () => true });
    const cases: [ServerBed, Readonly<Record<string, string>>, number][] = [
      [open, {}, 404],
      [open, { 'x-forwarded-for': '127.0.0.1' }, 404],
      [open, { authorization: 'Bearer null' }, 404],
      [bed, {}, 404],
      [bed, { authorization: `Bearer ${TOKEN}!` }, 404],
      [bed, { authorization: `Bearer ${TOKEN}` }, 200],
    ];
    for (const [server, headers, status] of cases) {
      expect(await server.ask(null, 'GET', '/metrics', undefined, headers)).toMatchObject({ status });
    }
    await open.close();
  });

  test('the log tells what happened, and nothing of whom', async () => {
    const fresh = await bed.device(agent);
    const event = { type: 'note', number: '+8613900001234', text: '投诉内容' };
    await bed.ask(fresh, 'POST', '/v1/sync/push', { items: [event] }, { [VERSION_HEADER]: '2' });
    bed.ports.log.error({ err: new Error('bad number: +8613900001234') }, 'a request failed');
    const all = lines.join('');
    expect(all).toContain('"route":"/v1/sync/push"');
    expect(all).toContain('"frames":["at ');
    // Times and the name of this machine may hold any figures.
    const said = all.replaceAll(/"(?:time|pid|ms|hostname)":(?:\d+|"[^"]*")/g, '');
    for (const secret of ['1390000', '投诉', fresh.token, fresh.number, 'Agent '])
      expect(said).not.toContain(secret);
  });
});
