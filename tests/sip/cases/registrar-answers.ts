import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import { headerValue } from '../wire/frame.ts';
import { accepts, inTurn, refuses, withoutExpires } from '../wire/registrar.ts';

/** Asks again after a second, so that a case sees the second answer. */
const SOON = { timings: { keepAliveMs: 1_000, answerTimeoutMs: 5_000 } };

type Lines = (contact: string) => readonly string[];
const contact = (value: string) => `Contact: ${value}`;
const ours = (own: string) => contact(`${withoutExpires(own)};expires=120`);
/** The URI alone: what many registrars give back. */
const uri = (own: string) => /<[^>]*>/.exec(own)?.[0] ?? own;

/** 200s in which the binding of this phone is listed: it is registered, and nothing repeats. */
const REGISTERED: readonly (readonly [name: string, lines: Lines])[] = [
  ['our binding alone', (own) => [ours(own)]],
  // Against RFC 3261 §10.3, and seen: the phone is reachable all the same.
  ['no Contact', () => []],
  ['no Contact but Expires', () => ['Expires: 120']],
  ['the URI alone', (own) => [contact(`${uri(own)};expires=120`)]],
  ['expires in quotes', (own) => [contact(`${uri(own)};expires="120"`)]],
  ['expires in capitals', (own) => [contact(`${uri(own)};EXPIRES=120`)]],
  ['spaces around expires', (own) => [contact(`${uri(own)} ; expires = 120`)]],
  ['expires after q', (own) => [contact(`${uri(own)};q=0.5;expires=120`)]],
  ['expires before unknown parameters', (own) => [contact(`${uri(own)};expires=120;x;y="a;b,c"`)]],
  ['Expires in a header of its own', (own) => [contact(uri(own)), 'Expires: 120']],
  ['both kinds of Expires', (own) => [contact(`${uri(own)};expires=120`), 'Expires: 3600']],
  ['no Expires at all', (own) => [contact(uri(own))]],
  ['expires of 2^32 - 1', (own) => [contact(`${uri(own)};expires=4294967295`)]],
  ['expires of 2^31', (own) => [contact(`${uri(own)};expires=2147483648`)]],
  ['expires of 1', (own) => [contact(`${uri(own)};expires=1`)]],
  ['expires of 5', (own) => [contact(`${uri(own)};expires=5`)]],
  ['a name', (own) => [contact(`"坐席, A" ${uri(own)};expires=120`)]],
  [
    'received by Kamailio',
    (own) => [contact(`${uri(own)};expires=120;received="sip:192.0.2.1:5060;transport=ws"`)],
  ],
  [
    'sip.instance and reg-id',
    (own) => [contact(`${withoutExpires(own).replace(/;reg-id=\d+/, '')};expires=120;reg-id=1`)],
  ],
  [
    'GRUUs',
    (own) => [
      contact(
        `${uri(own)};pub-gruu="sip:agent@example.com;gr=urn:uuid:f81d";temp-gruu="sip:tgruu.7hs@example.com;gr";expires=120`,
      ),
    ],
  ],
  ['a GRUU that is none', (own) => [contact(`${uri(own)};pub-gruu="nothing";temp-gruu=;expires=120`)]],
  [
    'the host in capitals',
    (own) => [contact(`${uri(own).replace(/@([^;>]+)/, (host) => host.toUpperCase())};expires=120`)],
  ],
  [
    'the transport in capitals',
    (own) => [contact(`${uri(own).replace(/transport=\w+/i, 'transport=WS')};expires=120`)],
  ],
  [
    'the parameters of the URI in another order',
    (own) => [contact(`${uri(own).replace('>', ';ob>')};expires=120`)],
  ],
  ['other bindings before ours', (own) => [contact('<sip:agent@192.0.2.9:5060>;expires=60'), ours(own)]],
  ['other bindings after ours', (own) => [ours(own), contact('<sip:agent@192.0.2.9:5060>;expires=60')]],
  [
    'all bindings in one line',
    (own) => [`${ours(own)}, <sip:a@192.0.2.9>;expires=60, "x, y" <sip:b@192.0.2.9>;q=1`],
  ],
  ['the compact name', (own) => [ours(own).replace('Contact', 'm')]],
  ['another binding without a user', (own) => [contact('<sip:192.0.2.9:5060>;expires=60'), ours(own)]],
  ['another binding that is a tel URI', (own) => [contact('<tel:+862160000000>;expires=60'), ours(own)]],
  ['another binding with #', (own) => [contact('<sip:*72#@192.0.2.9>;expires=60'), ours(own)]],
  ['another binding with a host without a dot', (own) => [contact('<sip:a@pbx>;expires=60'), ours(own)]],
  [
    'another binding that is a mail address',
    (own) => [contact('<mailto:a@example.com>;expires=60'), ours(own)],
  ],
  ['another binding that is a word', (own) => [contact('nothing'), ours(own)]],
  ['another binding whose bracket never ends', (own) => [contact('<sip:a@192.0.2.9;expires=60'), ours(own)]],
  [
    'another binding with a name in Chinese without quotes',
    (own) => [contact('王 <sip:a@192.0.2.9>;expires=60'), ours(own)],
  ],
  ['another binding with a bad host', (own) => [ours(own), contact('<sip:a@[bad>;expires=60')]],
  ['an empty Contact beside ours', (own) => ['Contact:', ours(own)]],
  [
    'sixty other bindings',
    (own) => [
      ...Array.from({ length: 60 }, (_, n) => contact(`<sip:a${n}@192.0.2.9>;expires=60`)),
      ours(own),
    ],
  ],
  [
    'headers that do not parse',
    (own) => [
      ours(own),
      'Date: yesterday',
      'Service-Route: <',
      'Path: ;;',
      'P-Associated-URI: 王 <',
      'Supported:',
      'Server: "',
      'Min-Expires: x',
      'Flow-Timer: x',
      'Warning: x',
    ],
  ],
];

const REGISTERED_CASES: readonly SipCase[] = REGISTERED.map(([name, lines]) => ({
  name: `registered: ${name}`,
  rfc: '3261 10.3',
  registrar: accepts(lines),
  story: async () => {},
}));

/** 200s that prove nothing. The next one does, and only then is the phone registered. */
const UNPROVED: readonly (readonly [name: string, lines: Lines])[] = [
  ['only the binding of another phone', () => [contact('<sip:agent@192.0.2.9:5060>;expires=60')]],
  ['our user at another host', () => [contact('<sip:agent@other.invalid;transport=ws>;expires=60')]],
  ['expires=0', (own) => [contact(`${uri(own)};expires=0`)]],
  ['Expires: 0', (own) => [contact(uri(own)), 'Expires: 0']],
  ['a Contact that is a word', () => [contact('nothing')]],
  ['a star', () => [contact('*')]],
];

const UNPROVED_CASES: readonly SipCase[] = UNPROVED.map(([name, lines]) => ({
  name: `the first 200 proves no binding: ${name}`,
  rfc: '3261 10.3',
  registers: false,
  settings: SOON,
  registrar: inTurn(accepts(lines), accepts()),
  async story(story) {
    const second = await story.server.until(
      'second REGISTER',
      (arrived) => arrived.filter(({ start }) => start.startsWith('REGISTER '))[1],
    );
    const registered = await story.agent.event('registered');
    expect(registered.at).toBeGreaterThanOrEqual(second.at - 50);
  },
}));

/** Values that no registrar should send: the phone works and does not flood the server. */
const ODD: readonly (readonly [name: string, lines: Lines])[] = [
  ['expires is a word', (own) => [contact(`${uri(own)};expires=soon`)]],
  ['expires is negative', (own) => [contact(`${uri(own)};expires=-1`)]],
  ['expires is empty', (own) => [contact(`${uri(own)};expires=`)]],
  ['expires is a fraction', (own) => [contact(`${uri(own)};expires=0.5`)]],
  ['expires is larger than 2^32 - 1', (own) => [contact(`${uri(own)};expires=99999999999`)]],
  ['two expires', (own) => [contact(`${uri(own)};expires=1;expires=120`)]],
  ['our binding twice', (own) => [ours(own), contact(`${uri(own)};expires=1`)]],
];

const ODD_CASES: readonly SipCase[] = ODD.map(([name, lines]) => ({
  name: `no flood of REGISTERs: ${name}`,
  rfc: '3261 10.2.4',
  registrar: accepts(lines),
  story: async () => {},
}));

/** A refusal is not the end of a shift: the next answer is good. */
const REFUSALS: readonly (readonly [status: number, ...headers: string[]])[] = [
  [400],
  [408],
  [423, 'Min-Expires: 300'],
  [423, 'Min-Expires: many'],
  [423],
  [480],
  [500],
  [500, 'Retry-After: 1'],
  [503],
  [503, 'Retry-After: 1'],
  [503, 'Retry-After: 1 (maintenance);duration=60'],
  [503, 'Retry-After: soon'],
  [503, 'Retry-After: 0'],
  [600],
  [302, 'Contact: <sip:other.example.com>'],
];

const REFUSAL_CASES: readonly SipCase[] = REFUSALS.map(([status, ...headers]) => ({
  name: `REGISTER is answered ${[status, ...headers].join(', ')}, then 200`,
  rfc: '3261 10.2.7',
  registers: false,
  settings: { timings: { keepAliveMs: 25_000, answerTimeoutMs: 500 } },
  registrar: inTurn(refuses(status, ...headers), accepts()),
  story: async (story) => {
    await story.isRegistered(20_000);
  },
}));

export const REGISTRAR_ANSWERS: readonly SipCase[] = [
  ...REGISTERED_CASES,
  ...UNPROVED_CASES,
  ...ODD_CASES,
  ...REFUSAL_CASES,
  {
    name: '423 raises the time of the binding',
    rfc: '3261 10.2.8',
    registers: false,
    settings: { timings: { keepAliveMs: 25_000, answerTimeoutMs: 500 } },
    registrar: inTurn(refuses(423, 'Min-Expires: 300'), accepts()),
    async story(story) {
      await story.isRegistered();
      const last = story.server.arrived.findLast(({ start }) => start.startsWith('REGISTER '));
      const asked =
        last === undefined ? '' : `${headerValue(last, 'contact')};${headerValue(last, 'expires')}`;
      expect(Number(/expires=(\d+)/.exec(asked)?.[1] ?? /;(\d+)$/.exec(asked)?.[1])).toBeGreaterThanOrEqual(
        300,
      );
    },
  },
  {
    name: '503 with Retry-After: no REGISTER before that',
    rfc: '3261 21.5.4',
    registers: false,
    settings: { timings: { keepAliveMs: 25_000, answerTimeoutMs: 500 } },
    registrar: inTurn(refuses(503, 'Retry-After: 3'), accepts()),
    async story(story) {
      await story.isRegistered();
      const [first, second] = story.server.arrived.filter(({ start }) => start.startsWith('REGISTER '));
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_900);
    },
  },
  {
    name: 'a 200 that repeats, and a 200 to no request',
    rfc: '3261 17.1.2.2',
    registrar: (request) => {
      accepts()(request);
      accepts()(request);
      request.reply(200, { headers: [], rewrite: (text) => text.replace(/^Call-ID: /m, 'Call-ID: other-') });
    },
    story: async () => {},
  },
  {
    name: 'an account in mixed case and a GRUU in small letters',
    rfc: '5627 5.3',
    settings: { user: 'AgentX' },
    registrar: accepts((own) => [
      contact(
        `${uri(own)};expires=120;pub-gruu="sip:agentx@example.com;gr=urn:uuid:F81D4FAE";temp-gruu="sip:TGRUU.x@example.com;gr"`,
      ),
    ]),
    async story(story) {
      const call = await story.talks();
      // JsSIP waits for the ACK before it may hold.
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      expect(await story.command({ type: 'resume', call: call.ringing.call })).toEqual({ ok: true });
      await story.hangsUp(call);
    },
  },
  {
    name: 'an account in mixed case and requests in small letters',
    rfc: '3261 19.1.4',
    settings: { user: 'AgentX' },
    async story(story) {
      const lower = (text: string) =>
        text.replace(/^(\w+ sip:)([^@ ]*)/, (_, start, user) => start + user.toLowerCase());
      const call = await story.talks({ rewrite: lower });
      await call.bye({ rewrite: lower }).status(200);
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'the registrar writes the binding in small letters',
    rfc: '3261 19.1.4',
    settings: { user: 'AgentX' },
    registrar: accepts((own) => [contact(`${uri(own).toLowerCase()};expires=120`)]),
    story: async () => {},
  },
];
