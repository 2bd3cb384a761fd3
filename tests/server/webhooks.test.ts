import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../server/webhooks/deliver.ts';
import { postMessage } from '../../server/webhooks/post-message.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { until } from '../helpers/until.ts';

interface Got {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let bed: ServerBed;
let receiver: Server;
let origin: string;
let received: Got[] = [];
let answer: (response: ServerResponse) => void = (response) => response.end();
beforeAll(async () => {
  bed = await serverBed();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received = [];
  answer = (response) => response.end();
});
afterAll(async () => {
  await new Promise((resolve) => receiver.close(resolve));
  await bed.close();
});

const LOCAL = (address: string): boolean => address === '127.0.0.1';
const pass = (isAllowed = LOCAL) =>
  deliver({ db: bed.db, post: postMessage(isAllowed), now: bed.ports.now, random: () => 1 });

const placeOf = ({ team }: Seat): string => `/hook/${team}`;
/** Deliveries of earlier tests may be due as well. */
const receivedOf = (seat: Seat): readonly Got[] =>
  received.filter(({ url }) => url.startsWith(placeOf(seat)));

async function lead(): Promise<Seat> {
  return await bed.seat('lead', await bed.organisation());
}

async function add(
  seat: Seat,
  more: object = {},
): Promise<{ readonly id: string; readonly secret: string | null }> {
  const webhook = {
    kind: 'json',
    url: `${origin}${placeOf(seat)}`,
    events: ['help.asked', 'order.opened'],
    ...more,
  };
  const { status, body } = await bed.ask(seat, 'POST', `/v1/teams/${seat.team}/webhooks`, webhook);
  expect(status).toBe(200);
  return body as { id: string; secret: string | null };
}

async function askForHelp(seat: Seat): Promise<void> {
  const request = {
    id: randomUUID(),
    call: 'c1',
    why: 'abuse',
    summary: '客户 13900001234',
    at: bed.clock.now,
  };
  expect((await bed.ask(seat, 'POST', '/v1/help', request)).status).toBe(200);
}

async function deliveries(seat: Seat) {
  const { body } = await bed.ask(seat, 'GET', `/v1/teams/${seat.team}/deliveries`);
  return (body as { deliveries: readonly Record<string, unknown>[] }).deliveries;
}

test('is signed over time and body, has ids and times alone, and comes once', async () => {
  const seat = await lead();
  const { secret } = await add(seat);
  await askForHelp(seat);
  await Promise.all([pass(), pass()]);
  await pass();
  expect(receivedOf(seat)).toHaveLength(1);
  const [got] = receivedOf(seat);
  if (got === undefined) throw new Error('nothing came');
  const { headers, body } = got;
  const time = headers['sansheng-timestamp'];
  const expected = createHmac('sha256', secret ?? '')
    .update(`${time}.${body}`)
    .digest('hex');
  expect(headers['sansheng-signature']).toBe(`v1=${expected}`);
  expect(Number(time) * 1_000).toBe(bed.clock.now);
  expect(JSON.parse(body)).toEqual({
    ...{ id: headers['sansheng-event'], type: 'help.asked', at: bed.clock.now },
    ...{ organisation: seat.org, team: seat.team },
    data: { help: expect.any(String), agent: seat.number, call: expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
  expect(body).not.toContain('13900001234');
  expect(await deliveries(seat)).toMatchObject([
    { state: 'delivered', attempts: 1, status: 200, nextAt: null },
  ]);
});

test('a receiver that fails gets it again, later and later, until it recovers: the same event', async () => {
  const seat = await lead();
  await add(seat);
  answer = (response) => {
    response.statusCode = 500;
    response.end();
  };
  await askForHelp(seat);
  await pass();
  expect(await deliveries(seat)).toMatchObject([
    { state: 'waiting', attempts: 1, status: 500, problem: 'status', nextAt: bed.clock.now + 10_000 },
  ]);
  await pass();
  expect(receivedOf(seat)).toHaveLength(1);
  bed.clock.now += 10_000;
  answer = (response) => response.destroy();
  await pass();
  expect(await deliveries(seat)).toMatchObject([
    { attempts: 2, status: null, problem: 'unreachable', nextAt: bed.clock.now + 20_000 },
  ]);
  bed.clock.now += 20_000;
  answer = (response) => response.end();
  await pass();
  expect(await deliveries(seat)).toMatchObject([
    { state: 'delivered', attempts: 3, status: 200, problem: null },
  ]);
  const ids = receivedOf(seat).map(({ headers }) => headers['sansheng-event']);
  expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
});

test('is given up in the end, and the log says so', async () => {
  const seat = await lead();
  await add(seat);
  answer = (response) => {
    response.statusCode = 503;
    response.end();
  };
  await askForHelp(seat);
  for (let n = 0; n < 20; n += 1) {
    await pass();
    bed.clock.now += 6 * 3_600_000;
  }
  expect(await deliveries(seat)).toMatchObject([{ state: 'failed', attempts: 14, nextAt: null }]);
  expect(receivedOf(seat)).toHaveLength(14);
});

test('what a process claimed before it died is sent by another one', async () => {
  const seat = await lead();
  await add(seat);
  await askForHelp(seat);
  const dying = deliver({
    db: bed.db,
    post: () => new Promise(() => {}),
    now: bed.ports.now,
    random: () => 1,
  });
  void dying;
  await until('it is claimed', async () => (await deliveries(seat))[0]?.['attempts'] === 1);
  await pass();
  expect(receivedOf(seat)).toHaveLength(0);
  bed.clock.now += 60_000;
  await pass();
  expect(receivedOf(seat)).toHaveLength(1);
});

test('private addresses are called only if the operator allows, by name and after a redirect too', async () => {
  const seat = await lead();
  await add(seat);
  await askForHelp(seat);
  await pass(() => false);
  expect(await deliveries(seat)).toMatchObject([{ state: 'waiting', problem: 'not-allowed', status: null }]);
  const message = { headers: {}, body: '{}' };
  const post = postMessage(LOCAL, (_name, _options, done) =>
    done(null, [{ address: '10.0.0.7', family: 4 }]),
  );
  expect(await post({ ...message, url: 'https://hooks.example.com/' })).toEqual({
    ok: false,
    problem: 'not-allowed',
  });
  for (const target of [
    'http://10.0.0.7/',
    'http://[::1]/',
    'https://hooks.example.com/',
    'http://169.254.169.254/',
  ]) {
    answer = (response) => {
      response.writeHead(307, { location: target });
      response.end();
    };
    expect(await post({ ...message, url: `${origin}/` })).toEqual({ ok: false, problem: 'not-allowed' });
  }
  answer = (response) => {
    response.writeHead(307, { location: '/again' });
    response.end();
  };
  expect(await post({ ...message, url: `${origin}/` })).toEqual({ ok: false, problem: 'too-many-redirects' });
});

test('plain http goes to allowed addresses alone', async () => {
  const post = postMessage(
    () => false,
    (_name, _options, done) => done(null, [{ address: '93.184.216.34', family: 4 }]),
  );
  expect(await post({ url: 'http://hooks.example.com/', headers: {}, body: '' })).toEqual({
    ok: false,
    problem: 'not-allowed',
  });
});

test('an agent has no webhooks, another team sees none, and no secret is shown again', async () => {
  const seat = await lead();
  const { id } = await add(seat, {
    kind: 'wecom',
    url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1',
  });
  const agent = await bed.seat('agent', seat);
  expect((await bed.ask(agent, 'GET', `/v1/teams/${seat.team}/webhooks`)).status).toBe(403);
  const other = await lead();
  expect((await bed.ask(other, 'GET', `/v1/teams/${other.team}/webhooks`)).body).toEqual({ webhooks: [] });
  const { body } = await bed.ask(seat, 'GET', `/v1/teams/${seat.team}/webhooks`);
  expect(body).toMatchObject({ webhooks: [{ id, kind: 'wecom', host: 'qyapi.weixin.qq.com' }] });
  expect(JSON.stringify(body)).not.toContain('K1');
  expect((await bed.ask(seat, 'DELETE', `/v1/teams/${seat.team}/webhooks/${id}`)).status).toBe(200);
  await askForHelp(seat);
  expect(await deliveries(seat)).toEqual([]);
});

const ROBOTS = [
  ['wecom', { errcode: 0 }, { errcode: 45009 }, { msgtype: 'text' }],
  ['dingtalk', { errcode: 0 }, { errcode: 310000 }, { msgtype: 'text' }],
  ['feishu', { code: 0 }, { code: 19021 }, { msg_type: 'text' }],
] as const;
test.each(ROBOTS)(
  'a %s robot gets a sentence, and its refusal in a 200 is a failure',
  async (kind, good, bad, form) => {
    const seat = await lead();
    await add(seat, { kind, robotSecret: 'SEC1' });
    answer = (response) => response.end(JSON.stringify(bad));
    await askForHelp(seat);
    await pass();
    expect(await deliveries(seat)).toMatchObject([
      { state: 'waiting', problem: 'refused-by-robot', status: 200 },
    ]);
    bed.clock.now += 10_000;
    answer = (response) => response.end(JSON.stringify(good));
    await pass();
    expect(await deliveries(seat)).toMatchObject([{ state: 'delivered' }]);
    const message = JSON.parse(receivedOf(seat)[1]?.body ?? '{}');
    expect(message).toMatchObject(form);
    expect(receivedOf(seat)[1]?.body).toContain(`坐席 ${seat.number}`);
    const seconds = Math.floor(bed.clock.now / 1_000);
    if (kind === 'dingtalk') {
      const { searchParams } = new URL(receivedOf(seat)[1]?.url ?? '', origin);
      const sign = createHmac('sha256', 'SEC1').update(`${bed.clock.now}\nSEC1`).digest('base64');
      expect([searchParams.get('timestamp'), searchParams.get('sign')]).toEqual([
        String(bed.clock.now),
        sign,
      ]);
    }
    if (kind === 'feishu') {
      const sign = createHmac('sha256', `${seconds}\nSEC1`).update('').digest('base64');
      expect(message).toMatchObject({ timestamp: String(seconds), sign });
    }
  },
);
