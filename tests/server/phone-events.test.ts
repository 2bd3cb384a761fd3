import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldPhone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import { foldReport, passTime } from '../../calls/phone-reports/fold-report.ts';
import { NO_REPORTS } from '../../calls/phone-reports/reported-phone.ts';
import { type PhoneEventsServer, servePhoneEvents } from '../../server/phone-events/serve-phone-events.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let server: Listening;
let phones: PhoneEventsServer;
let lead: Seat;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
  phones = await servePhoneEvents(bed.ports, { host: '127.0.0.1', port: 0 });
  lead = await bed.seat('lead', await bed.organisation());
});
afterAll(async () => {
  await phones.stop();
  await server.close();
  await bed.close();
});

/** Bytes on a socket of their own; the status of the answer, or null where there is none. */
async function send(bytes: string | Buffer, end: 'open' | 'half-closed' = 'open'): Promise<number | null> {
  const socket = connect(phones.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if (end === 'open') socket.write(bytes);
  else socket.end(bytes);
  await closed;
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
  return status === undefined ? null : Number(status);
}

async function makeToken(agent: Seat): Promise<{ readonly id: string; readonly secret: string }> {
  const { status, body } = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/tokens`, {
    ...{ kind: 'phone', member: agent.member, label: '前台话机' },
  });
  expect(status).toBe(200);
  return body as { id: string; secret: string };
}

async function agentWithPhone() {
  const agent = await bed.seat('agent', lead);
  const { id, secret } = await makeToken(agent);
  const listener = await eventListener(() => server.origin, agent);
  onTestFinished(() => listener.stop());
  const get = (rest: string | Buffer) =>
    send(
      Buffer.concat([
        Buffer.from(`GET /phone-events/${secret}`),
        Buffer.from(rest),
        Buffer.from(' HTTP/1.1\r\nHost: s\r\n\r\n'),
      ]),
    );
  const reports = async (nth: number) => {
    await listener.next('phone', nth);
    return listener.of('phone').map(({ report }) => report);
  };
  return { agent, id, secret, get, reports, listener };
}

const GBK_ZHANG = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]);

describe('what phones really send', () => {
  const whole: readonly (readonly [string, string | Buffer, object])[] = [
    ['Yealink', '/incoming?call=1@h&number=13900001234&name=Zhang', { call: '1@h', number: '13900001234' }],
    [
      'raw spaces',
      '/incoming?number=139 0000 1234&name=Zhang San&call=7',
      { number: '139 0000 1234', name: 'Zhang San' },
    ],
    [
      'raw quotes',
      '/incoming?number="13900001234"&name="Zhang "San""',
      { number: '13900001234', name: 'Zhang "San"' },
    ],
    [
      'a display name with its address',
      '/incoming?number="张三" <sip:13900001234@pbx>',
      { number: '13900001234', name: '张三' },
    ],
    ['raw UTF-8', '/incoming?name=张三&number=13900001234', { name: '张三', number: '13900001234' }],
    [
      'raw GBK',
      Buffer.concat([Buffer.from('/incoming?name='), GBK_ZHANG, Buffer.from('&number=1')]),
      { name: '张三' },
    ],
    ['encoded GBK', '/incoming?name=%D5%C5%C8%FD&number=1', { name: '张三' }],
    ['a bare plus', '/incoming?number=+8613900001234', { number: '+8613900001234' }],
    ['a plus that became a space', '/incoming?number=%208613900001234', { number: '+8613900001234' }],
    ['a hash', '/outgoing?number=*45#&call=9', { event: 'outgoing', number: '*45#', call: '9' }],
    ['an ampersand in a name', '/incoming?name=A&B Co&number=1', { name: 'A&B Co', number: '1' }],
    ['values in the path', '/incoming/13900001234/call-7', { number: '13900001234', call: 'call-7' }],
    ['pairs in the path', '/incoming/number=13900001234/callid=7', { number: '13900001234', call: '7' }],
    [
      'variables that the phone does not know',
      '/answered?call=$call-id&number=$$REMOTENUMBER$$',
      { call: null, number: null },
    ],
    ['the event as a value', '?event=call_terminated&call_id=7', { event: 'ended', call: '7' }],
    ['another word for hold', '/unhold?call=7', { event: 'resumed' }],
    ['a percent sign that encodes nothing', '/incoming?name=100%&number=1', { name: '100%' }],
  ];
  test.each(whole)('%s', async (_what, rest, report) => {
    const { get, reports } = await agentWithPhone();
    expect(await get(rest)).toBe(200);
    expect((await reports(1))[0]).toMatchObject(report);
  });

  const XML = (state: string, type: string) =>
    `<PolycomIPPhone><CallStateChangeEvent CallReference="42" CallState="${state}"><CallLineInfo><CallInfo>
     <CallType>${type}</CallType><CallingPartyName>A &amp; B</CallingPartyName><CallingPartyDirNum>sip:13900001234@x</CallingPartyDirNum>
     <CalledPartyDirNum>sip:8001@x</CalledPartyDirNum></CallInfo></CallLineInfo></CallStateChangeEvent></PolycomIPPhone>`;
  test('POST with XML, by length, chunked, or with neither', async () => {
    const { secret, reports } = await agentWithPhone();
    const head = `POST /phone-events/${secret} HTTP/1.1\r\ncontent-type: application/xml\r\n`;
    const [ring, talk, end] = [
      XML('Offering', 'Incoming'),
      XML('Connected', 'Incoming'),
      XML('Disconnected', 'Incoming'),
    ];
    expect(await send(`${head}content-length: ${Buffer.byteLength(ring)}\r\n\r\n${ring}`)).toBe(200);
    const size = Buffer.byteLength(talk).toString(16);
    expect(await send(`${head}transfer-encoding: chunked\r\n\r\n${size}\r\n${talk}\r\n0\r\n\r\n`)).toBe(200);
    expect(await send(`${head}\r\n${end}`, 'half-closed')).toBe(200);
    const caller = { call: '42', number: '13900001234', name: 'A & B', direction: 'inbound' };
    expect(await reports(3)).toMatchObject([
      { event: 'incoming', ...caller },
      { event: 'answered', ...caller },
      { event: 'ended', ...caller },
    ]);
  });

  test('several calls in one message: each with its own state and number', async () => {
    const { secret, reports } = await agentWithPhone();
    const info = (reference: string, state: string, type: string, caller: string, called: string) =>
      `<CallInfo><CallReference>${reference}</CallReference><CallState>${state}</CallState><CallType>${type}</CallType>
       <CallingPartyDirNum>sip:${caller}@x</CallingPartyDirNum><CalledPartyDirNum>sip:${called}@x</CalledPartyDirNum></CallInfo>`;
    const body = `<PolycomIPPhone><CallStateChangeEvent CallReference="42" CallState="Connected"><CallLineInfo>
      ${info('41', 'CallHold', 'Incoming', '13900001111', '8001')}${info('42', 'Connected', 'Outgoing', '8001', '13900002222')}
      <CallInfo><CallState>Connected</CallState></CallInfo>
      </CallLineInfo></CallStateChangeEvent></PolycomIPPhone>`;
    const head = `POST /phone-events/${secret} HTTP/1.1\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    expect(await send(`${head}${body}`)).toBe(200);
    expect(await reports(2)).toMatchObject([
      { event: 'held', call: '41', number: '13900001111', direction: 'inbound' },
      { event: 'answered', call: '42', number: '13900002222', direction: 'outbound' },
    ]);
  });

  test('JSON and a form, with line feeds alone, in pieces, without a version', async () => {
    const { secret, reports } = await agentWithPhone();
    const post = (body: string) =>
      `POST /x/phone-events/${secret} HTTP/1.0\ncontent-length: ${body.length}\n\n${body}`;
    expect(await send(post('{"event":"ringing","caller":{"callerNumber":"13900001234"}}'))).toBe(200);
    expect(await send(post('event=hangup&caller_id=13900001234'))).toBe(200);
    expect(await send(`GET /phone-events/${secret}/missed?number=1\r\n\r\n`)).toBe(200);
    expect(await reports(3)).toMatchObject([
      { event: 'incoming', number: '13900001234' },
      { event: 'ended', number: '13900001234' },
      { event: 'missed', number: '1' },
    ]);
  });
});

test('raw action URLs in any order fold to the call that was', async () => {
  const { get, reports } = await agentWithPhone();
  await get('/call_terminated?call=7&number=13900001234');
  await get('/call_established?call=7&number=13900001234');
  await get('/incoming_call?call=7&number=13900001234&name=张三');
  await get('/incoming_call?call=7&number=13900001234&name=张三');
  let phone = NO_REPORTS;
  const events: CallEvent[] = [];
  for (const report of await reports(4)) {
    const folded = foldReport(phone, report, report.at);
    phone = folded.phone;
    events.push(...folded.events);
  }
  events.push(...passTime(phone, bed.clock.now + 60_000).events);
  let journal = QUIET_PHONE;
  for (const event of events) {
    const folded = foldPhone(journal, event);
    if (folded.verdict === 'applied') journal = folded.phone;
  }
  expect(journal.calls).toMatchObject([
    {
      ...{ direction: 'inbound', state: 'ended', answeredAt: expect.any(Number), end: { how: 'hung-up' } },
      remoteParty: { number: '13900001234', displayName: '张三' },
    },
  ]);
});

test('a token reaches its agent alone, and can do nothing else', async () => {
  const one = await agentWithPhone();
  const two = await agentWithPhone();
  await one.get('/incoming?number=1');
  await two.get('/incoming?number=2');
  expect(await one.reports(1)).toMatchObject([{ number: '1' }]);
  expect(await two.reports(1)).toMatchObject([{ number: '2' }]);
  const asDevice = { authorization: `Bearer ${one.secret}` };
  expect((await bed.ask(null, 'GET', '/v1/me', undefined, asDevice)).status).toBe(401);
  const others = ['/v1/me', '/', `/phone-events`, `/phone-events/`, `/phone-events/${lead.token}/incoming`];
  for (const path of others) expect(await send(`GET ${path} HTTP/1.1\r\n\r\n`)).toBe(404);
  expect(await one.get('/nothing-that-happens')).toBe(400);
  // Nothing of a call is kept, and of the token only its hash.
  const kept = await bed.db
    .transaction()
    .execute(async (tx) => await tx.selectFrom('events').selectAll().execute());
  expect(kept).toEqual([]);
});

test('a revoked token reports nothing more, and neither does that of a member who left', async () => {
  const one = await agentWithPhone();
  const two = await agentWithPhone();
  expect(await one.get('/incoming?number=1')).toBe(200);
  await bed.ask(lead, 'DELETE', `/v1/teams/${lead.team}/tokens/${one.id}`);
  expect(await one.get('/answered?number=1')).toBe(404);
  await bed.ask(lead, 'PATCH', `/v1/teams/${lead.team}/members/${two.agent.member}`, { left: true });
  expect(await two.get('/incoming?number=1')).toBe(404);
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/tokens`);
  expect(JSON.stringify(body)).not.toContain(one.secret);
  expect(body).toMatchObject({
    tokens: expect.arrayContaining([{ ...expectedOf(one), revokedAt: bed.clock.now }]),
  });
  expect((await bed.ask(one.agent, 'GET', `/v1/teams/${lead.team}/tokens`)).status).toBe(403);
});

function expectedOf({ id, agent }: { readonly id: string; readonly agent: Seat }) {
  return {
    ...{
      id,
      kind: 'phone',
      label: '前台话机',
      member: agent.member,
      madeBy: lead.member,
      madeAt: bed.clock.now,
    },
    lastUsedAt: bed.clock.now,
  };
}

test('what is too long, unfinished or no request is refused, and floods are', async () => {
  const { secret, get } = await agentWithPhone();
  expect(await get(`/incoming?name=${'x'.repeat(9_000)}`)).toBe(413);
  expect(await send(`POST /phone-events/${secret} HTTP/1.1\r\ncontent-length: 99999\r\n\r\n`)).toBe(400);
  expect(await send('\x16\x03\x01\x02\x00\n\n')).toBe(400);
  expect(await send('GET /phone', 'half-closed')).toBe(400);
  const statuses = await Promise.all(Array.from({ length: 45 }, () => get('/incoming?number=1')));
  expect(new Set(statuses)).toEqual(new Set([200]));
  const more: (number | null)[] = [];
  for (let n = 0; n < 210; n += 15)
    more.push(...(await Promise.all(Array.from({ length: 15 }, () => get('/answered')))));
  expect(more).toContain(429);
});

test('one connection carries one request', async () => {
  const { secret, reports, get } = await agentWithPhone();
  const line = (event: string) =>
    `GET /phone-events/${secret}/${event} HTTP/1.1\r\nconnection: keep-alive\r\n\r\n`;
  expect(await send(line('incoming') + line('answered'))).toBe(200);
  await get('/ended');
  expect((await reports(2)).map(({ event }) => event)).toEqual(['incoming', 'ended']);
});
