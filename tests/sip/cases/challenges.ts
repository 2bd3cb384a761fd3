import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import { PASSWORD } from '../story/open-story.ts';
import { digestFields, isProof } from '../wire/digest.ts';
import { headerValue } from '../wire/frame.ts';
import { accepts, challenges, inTurn, refuses } from '../wire/registrar.ts';

const REALM = 'realm="example.com", nonce="n0/Q=="';
const line = (value: string) => `WWW-Authenticate: ${value}`;

interface Challenge {
  readonly name: string;
  readonly headers: readonly string[];
  readonly algorithm?: 'MD5' | 'SHA-256';
  readonly realm?: string;
}

const CHALLENGES: readonly Challenge[] = [
  { name: 'MD5', headers: [line(`Digest ${REALM}, algorithm=MD5, qop="auth"`)] },
  { name: 'no algorithm', headers: [line(`Digest ${REALM}, qop="auth"`)] },
  { name: 'no qop, as in RFC 2069', headers: [line(`Digest ${REALM}`)] },
  { name: 'qop without quotes', headers: [line(`Digest ${REALM}, qop=auth`)] },
  { name: 'two qops', headers: [line(`Digest ${REALM}, qop="auth,auth-int"`)] },
  {
    name: 'two qops with a space, the other first',
    headers: [line(`Digest ${REALM}, qop="auth-int, auth"`)],
  },
  { name: 'the algorithm in quotes', headers: [line(`Digest ${REALM}, algorithm="MD5", qop="auth"`)] },
  { name: 'the algorithm in small letters', headers: [line(`Digest ${REALM}, algorithm=md5, qop="auth"`)] },
  {
    name: 'opaque, domain and unknown parameters',
    headers: [line(`Digest ${REALM}, opaque="o/+=", domain="sip:example.com", x=y, z="a,b", qop="auth"`)],
  },
  { name: 'an empty opaque', headers: [line(`Digest ${REALM}, opaque="", qop="auth"`)] },
  { name: 'the scheme in small letters', headers: [line(`digest ${REALM}, qop="auth"`)] },
  { name: 'the scheme in capitals', headers: [line(`DIGEST ${REALM}, qop="auth"`)] },
  { name: 'names in capitals', headers: [line('Digest REALM="example.com", NONCE="n1", QOP="auth"')] },
  {
    name: 'no spaces after commas',
    headers: [line('Digest realm="example.com",nonce="n1",algorithm=MD5,qop="auth"')],
  },
  {
    name: 'spaces everywhere',
    headers: [line('Digest   realm = "example.com" ,  nonce = "n1" ,  qop = "auth"')],
  },
  {
    name: 'a folded header',
    headers: ['WWW-Authenticate: Digest realm="example.com",\r\n nonce="n1",\r\n\tqop="auth"'],
  },
  {
    name: 'an empty element in the list',
    headers: [line('Digest realm="example.com", , nonce="n1", qop="auth",')],
  },
  {
    name: 'a realm with escaped quotes',
    headers: [line(String.raw`Digest realm="a \"b\" c", nonce="n1", qop="auth"`)],
    realm: 'a "b" c',
  },
  {
    name: 'a realm with a comma',
    headers: [line('Digest realm="a, b=c", nonce="n1", qop="auth"')],
    realm: 'a, b=c',
  },
  {
    name: 'a realm in Chinese',
    headers: [line('Digest realm="示例热线", nonce="n1", qop="auth"')],
    realm: '示例热线',
  },
  { name: 'an empty realm', headers: [line('Digest realm="", nonce="n1", qop="auth"')], realm: '' },
  {
    name: 'a nonce of 600 letters',
    headers: [line(`Digest realm="example.com", nonce="${'n'.repeat(600)}", qop="auth"`)],
  },
  { name: 'stale on the first challenge', headers: [line(`Digest ${REALM}, stale=TRUE, qop="auth"`)] },
  {
    name: 'SHA-256',
    headers: [line(`Digest ${REALM}, algorithm=SHA-256, qop="auth"`)],
    algorithm: 'SHA-256',
  },
  {
    name: 'SHA-256 in quotes',
    headers: [line(`Digest ${REALM}, algorithm="SHA-256", qop="auth"`)],
    algorithm: 'SHA-256',
  },
  {
    name: 'SHA-256 without qop',
    headers: [line(`Digest ${REALM}, algorithm=SHA-256`)],
    algorithm: 'SHA-256',
  },
  {
    name: 'SHA-256 before MD5 in two headers',
    headers: [
      line(`Digest ${REALM}, algorithm=SHA-256, qop="auth"`),
      line(`Digest ${REALM}, algorithm=MD5, qop="auth"`),
    ],
    algorithm: 'SHA-256',
  },
  {
    name: 'MD5 before SHA-256 in two headers',
    headers: [
      line(`Digest ${REALM}, algorithm=MD5, qop="auth"`),
      line(`Digest ${REALM}, algorithm=SHA-256, qop="auth"`),
    ],
    algorithm: 'SHA-256',
  },
  {
    name: 'both in one header',
    headers: [
      line(`Digest ${REALM}, algorithm=SHA-256, qop="auth", Digest ${REALM}, algorithm=MD5, qop="auth"`),
    ],
    algorithm: 'SHA-256',
  },
  {
    name: 'an algorithm nobody knows before MD5',
    headers: [
      line(`Digest ${REALM}, algorithm=WHIRLPOOL, qop="auth"`),
      line(`Digest ${REALM}, algorithm=MD5, qop="auth"`),
    ],
  },
  {
    name: 'an algorithm nobody knows after MD5',
    headers: [
      line(`Digest ${REALM}, algorithm=MD5, qop="auth"`),
      line(`Digest ${REALM}, algorithm=AKAv1-MD5, qop="auth"`),
    ],
  },
  {
    name: 'Bearer before Digest',
    headers: [
      line('Bearer authz_server="https://example.com", scope="sip"'),
      line(`Digest ${REALM}, qop="auth"`),
    ],
  },
  {
    name: 'Digest before NTLM',
    headers: [line(`Digest ${REALM}, qop="auth"`), line('NTLM realm="x", targetname="y", version=4')],
  },
  {
    name: 'an unknown scheme in the same header',
    headers: [line(`Bearer scope="a, b", Digest ${REALM}, qop="auth"`)],
  },
  { name: 'Basic beside Digest', headers: [line('Basic realm="x"'), line(`Digest ${REALM}, qop="auth"`)] },
  {
    name: 'a header that does not parse beside Digest',
    headers: [line('Digest'), line('='), line(`Digest ${REALM}, qop="auth"`)],
  },
];

/** The proof in each Authorization must be right for the challenge that was chosen. */
/** Two pauses, each fifty times shorter than a phone's, and a slow machine. */
const LATER_MS = 10_000;

export const CHALLENGE_CASES: readonly SipCase[] = CHALLENGES.map(
  ({ name, headers, algorithm = 'MD5', realm = 'example.com' }) => ({
    name: `REGISTER is challenged: ${name}`,
    rfc: algorithm === 'MD5' ? '3261 22.4' : '8760 2.3',
    registrar: challenges(
      headers,
      (authorization) =>
        isProof({ authorization, method: 'REGISTER', user: 'agent', password: PASSWORD, algorithm }) &&
        digestFields(authorization).get('realm') === realm,
    ),
    story: async () => {},
  }),
);

const again = (nonce: string, more = '') =>
  refuses(401, line(`Digest realm="example.com", nonce="${nonce}", qop="auth"${more}`));

export const CHALLENGE_STORIES: readonly SipCase[] = [
  {
    name: 'a new nonce without stale is tried once more',
    rfc: '3261 22.2',
    registrar: inTurn(again('n1'), again('n2'), accepts()),
    async story(story) {
      const tried = story.server.arrived.filter(({ start }) => start.startsWith('REGISTER '));
      const nonces = tried.map((one) => digestFields(headerValue(one, 'authorization') ?? '').get('nonce'));
      expect(nonces.slice(0, 3)).toEqual([undefined, 'n1', 'n2']);
    },
  },
  {
    name: 'stale=true with a new nonce',
    rfc: '7616 3.3',
    registrar: inTurn(again('n1'), again('n2', ', stale=true'), accepts()),
    story: async () => {},
  },
  {
    name: '407 instead of 401',
    rfc: '3261 22.3',
    registrar: inTurn(
      refuses(407, 'Proxy-Authenticate: Digest realm="example.com", nonce="p1", qop="auth"'),
      accepts(),
    ),
    story: async () => {},
  },
  {
    name: '401 without a challenge, then a good answer',
    rfc: '3261 22.1',
    registers: false,
    settings: { timings: { keepAliveMs: 25_000, answerTimeoutMs: 500 } },
    registrar: inTurn(refuses(401), accepts()),
    story: async (story) => {
      await story.agent.event('registration-lost');
      await story.agent.page.evaluate(() => window.sourcePhone.wake());
      await story.isRegistered();
    },
  },
  {
    name: 'a proof that is never accepted makes no flood, and a good answer ends it',
    rfc: '3261 22.2',
    registers: false,
    registrar: inTurn(again('n1'), again('n1'), again('n1'), accepts()),
    story: async (story) => {
      await story.agent.event('registration-lost');
      await story.agent.page.evaluate(() => window.sourcePhone.wake());
      await story.server.until(
        'another REGISTER',
        (arrived) => arrived.filter(({ start }) => start.startsWith('REGISTER '))[2],
      );
      await story.agent.page.evaluate(() => window.sourcePhone.wake());
      await story.isRegistered();
    },
  },
  ...[403, 404].map(
    (status): SipCase => ({
      name: `${status} is not the end: asked to, the phone tries again at once`,
      rfc: '3261 21.4.4',
      registers: false,
      registrar: inTurn(refuses(status), accepts()),
      story: async (story) => {
        await story.agent.event('registration-lost');
        await story.agent.page.evaluate(() => window.sourcePhone.wake());
        await story.isRegistered();
      },
    }),
  ),
  ...[403, 404].map(
    (status): SipCase => ({
      name: `${status} is not the end: the phone tries again by itself, with pauses`,
      rfc: '3261 21.4.4',
      registers: false,
      settings: { hurry: 50 },
      registrar: inTurn(refuses(status), refuses(status), accepts()),
      story: async (story) => {
        expect((await story.agent.event('registration-lost')).cause).toBe('forbidden');
        await story.isRegistered(LATER_MS);
      },
    }),
  ),
  {
    name: 'an INVITE is challenged: MD5 and SHA-256',
    rfc: '8760 2.3',
    async story(story) {
      const first = await story.dials('10086');
      first.reply(407, {
        headers: [
          'Proxy-Authenticate: Digest realm="example.com", nonce="p1", algorithm=MD5, qop="auth"',
          'Proxy-Authenticate: Digest realm="example.com", nonce="p2", algorithm=SHA-256, qop="auth"',
        ],
      });
      const second = await story.redials(first);
      expect(
        isProof({
          authorization: headerValue(second.invite, 'proxy-authorization') ?? '',
          ...{ method: 'INVITE', user: 'agent', password: PASSWORD, algorithm: 'SHA-256' },
        }),
      ).toBe(true);
      second.answer();
      await second.arrives('ACK');
      await story.command({ type: 'hang-up', call: first.id });
      await second.arrives('BYE');
    },
  },
];
