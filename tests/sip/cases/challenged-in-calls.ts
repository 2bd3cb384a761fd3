import { expect } from 'vitest';
import type { CallCommand } from '../../../calls/call-command.ts';
import type { SipCase } from '../sip-case.ts';
import { PASSWORD } from '../story/open-story.ts';
import type { Story } from '../story/story.ts';
import { digestFields, isProof } from '../wire/digest.ts';
import { cseqOf, headerValue } from '../wire/frame.ts';
import type { ArrivedRequest } from '../wire/raw-server.ts';
import { answerTo } from '../wire/sdp.ts';

interface Asked {
  readonly status: 401 | 407;
  readonly challenges: readonly string[];
}

interface Challenged {
  readonly name: string;
  /** Each is asked in its turn; then the request is accepted. */
  readonly asked: readonly Asked[];
  /** The nonces that the last request must prove, with their algorithm. */
  readonly proves: readonly (readonly [nonce: string, algorithm: 'MD5' | 'SHA-256'])[];
}

const md5 = (nonce: string, more = '') => `Digest realm="example.com", nonce="${nonce}", qop="auth"${more}`;
const sha = (nonce: string, more = '') => md5(nonce, `, algorithm=SHA-256${more}`);
const proxy = (...challenges: readonly string[]): Asked => ({ status: 407, challenges });
const server = (...challenges: readonly string[]): Asked => ({ status: 401, challenges });

const CHALLENGED: readonly Challenged[] = [
  { name: 'MD5 and SHA-256 in two headers', asked: [proxy(md5('m'), sha('s'))], proves: [['s', 'SHA-256']] },
  { name: 'both in one header', asked: [proxy(`${md5('m')}, ${sha('s')}`)], proves: [['s', 'SHA-256']] },
  {
    name: 'Bearer, NTLM and Negotiate around MD5',
    asked: [proxy('Bearer realm="a", scope="sip"', 'NTLM', md5('m'), 'Negotiate oRQwEq==')],
    proves: [['m', 'MD5']],
  },
  {
    name: 'an algorithm nobody has beside MD5',
    asked: [proxy(md5('x', ', algorithm=SHA3-512'), md5('m'))],
    proves: [['m', 'MD5']],
  },
  { name: 'a new nonce without stale', asked: [proxy(md5('a')), proxy(md5('b'))], proves: [['b', 'MD5']] },
  {
    name: 'a new nonce with stale, twice',
    asked: [proxy(md5('a')), proxy(md5('b', ', stale=true')), proxy(md5('c', ', stale=TRUE'))],
    proves: [['c', 'MD5']],
  },
  {
    name: 'first MD5, then SHA-256 alone',
    asked: [proxy(md5('a')), proxy(sha('b'))],
    proves: [['b', 'SHA-256']],
  },
  {
    name: 'the proxy by 407, then the server by 401',
    asked: [proxy(md5('p')), server(sha('s'))],
    proves: [
      ['p', 'MD5'],
      ['s', 'SHA-256'],
    ],
  },
  {
    name: 'the server by 401, then the proxy by 407, then the server with a new nonce',
    asked: [server(md5('s')), proxy(md5('p')), server(md5('s2', ', stale=true'))],
    proves: [
      ['p', 'MD5'],
      ['s2', 'MD5'],
    ],
  },
  {
    name: 'two proxies of different realms in one answer',
    asked: [
      proxy(md5('p1').replace('example.com', 'a.example'), md5('p2').replace('example.com', 'b.example')),
    ],
    proves: [
      ['p1', 'MD5'],
      ['p2', 'MD5'],
    ],
  },
];

function ask(request: ArrivedRequest, { status, challenges }: Asked): void {
  const name = status === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate';
  request.reply(status, { toTag: 'server', headers: challenges.map((one) => `${name}: ${one}`) });
}

function proofsOf(request: ArrivedRequest): readonly string[] {
  return request.text
    .split('\r\n')
    .flatMap((line) => /^(?:proxy-)?authorization:\s*(.*)$/i.exec(line)?.[1] ?? []);
}

function expectProofs(request: ArrivedRequest, proves: Challenged['proves']): void {
  for (const [nonce, algorithm] of proves) {
    const authorization = proofsOf(request).find((one) => digestFields(one).get('nonce') === nonce) ?? '';
    const { method } = request;
    expect(isProof({ authorization, method, user: 'agent', password: PASSWORD, algorithm }), nonce).toBe(
      true,
    );
  }
}

/** Asks each request of a method in turn, then answers it; gives what arrived. */
function asksInTurn(story: Story, method: string, { asked }: Challenged): readonly ArrivedRequest[] {
  const arrived: ArrivedRequest[] = [];
  story.server.handlers.set(method, (request) => {
    const question = asked[arrived.push(request) - 1];
    if (question !== undefined) ask(request, question);
    else if (method === 'INVITE') request.reply(200, { toTag: 'server', body: answerTo(request.body) });
    else request.reply(method === 'REFER' ? 202 : 200, { toTag: 'server' });
  });
  return arrived;
}

const COMMANDS: readonly (readonly [name: string, method: string, (call: string) => CallCommand])[] = [
  ['a re-INVITE', 'INVITE', (call) => ({ type: 'hold', call })],
  ['a REFER', 'REFER', (call) => ({ type: 'transfer-blind', call, target: '8001' })],
  ['a BYE', 'BYE', (call) => ({ type: 'hang-up', call })],
];

/** Requests inside a call that are asked for the password, in every mix (RFC 8760, RFC 7235). */
export const CHALLENGED_IN_CALLS: readonly SipCase[] = COMMANDS.flatMap(([what, method, command]) =>
  CHALLENGED.map(
    (one): SipCase => ({
      name: `${what} is challenged: ${one.name}`,
      rfc: '3261 22.3',
      async story(story) {
        const call = await story.talks();
        const arrived = asksInTurn(story, method, one);
        expect(await story.command(command(call.ringing.call))).toEqual({ ok: true });
        const last = await story.server.until(`${method} with its proofs`, () => arrived[one.asked.length]);
        expectProofs(last, one.proves);
        const numbers = arrived.map((request) => cseqOf(request).number);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        if (method === 'BYE') await story.ended(call.ringing.call);
        else await story.hangsUp(call);
      },
    }),
  ),
);

/** The same for the INVITE of a call out. */
export const CHALLENGED_CALLS_OUT: readonly SipCase[] = CHALLENGED.map((one) => ({
  name: `an INVITE is challenged: ${one.name}`,
  rfc: '3261 22.3',
  async story(story) {
    let call = await story.dials('10086');
    const { id } = call;
    for (const question of one.asked) {
      ask(call.invite, question);
      call = Object.assign(await story.redials(call), { id });
    }
    expectProofs(call.invite, one.proves);
    call.answer();
    const ack = await story.server.until('ACK of the 200', (arrived) =>
      arrived.find(
        (frame) =>
          frame.start.startsWith('ACK ') &&
          headerValue(frame, 'call-id') === call.callId &&
          cseqOf(frame).number === cseqOf(call.invite).number,
      ),
    );
    // RFC 3261 §22.1: an ACK repeats what proved its INVITE.
    expect(/^(?:proxy-)?authorization:/im.test(ack.text)).toBe(true);
    await story.agent.event('answered', (event) => event.call === id);
    await story.command({ type: 'hang-up', call: id });
    await call.arrives('BYE');
    await story.ended(id);
  },
}));
