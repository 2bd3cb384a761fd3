import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import { writeRequest } from '../wire/write-request.ts';

/** No command may take longer, whatever the other side does. */
const LIMIT_MS = 5_000;

/** DTMF as gateways and older phones send it: RFC 6086, and the form that came before. */
const DTMF: readonly (readonly [contentType: string, body: string])[] = [
  ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n'],
  ['application/dtmf-relay', 'Signal= #\r\nDuration= 100'],
  ['application/dtmf-relay', 'signal=5'],
  ['application/dtmf-relay', 'Duration=160'],
  ['application/dtmf-relay', 'Signal=\r\nDuration=4294967296'],
  ['application/dtmf-relay;charset=utf-8', 'Signal=*\nDuration=80\n'],
  ['application/dtmf', '5'],
  ['application/dtmf', ''],
  ['application/media_control+xml', '<media_control/>'],
  ['text/plain', 'x'],
];

/** Requests and responses in orders that networks make (RFC 3261 §9, §13, §15). */
export const INBOUND_ORDERS: readonly SipCase[] = [
  {
    name: 'CANCEL comes before its INVITE: 481, and the INVITE rings',
    rfc: '3261 9.2',
    async story(story) {
      const ids = { callId: `early-${Date.now()}`, via: `SIP/2.0/WS a;branch=z9hG4bKearly${Date.now()}` };
      await story.request({ method: 'CANCEL', contact: null, ...ids }).status(481);
      const call = await story.talks(ids);
      await story.hangsUp(call);
    },
  },
  {
    name: 'ACK twice, ACK of another CSeq, and ACK after BYE',
    rfc: '3261 13.3.1.4',
    async story(story) {
      const call = await story.talks();
      call.ack();
      call.ack({ cseq: '77 ACK' });
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(call);
      call.ack();
    },
  },
  {
    name: 'two BYEs of their own: 200, then 481',
    rfc: '3261 15.1.2',
    async story(story) {
      const call = await story.talks();
      await call.bye().status(200);
      await call.bye().status(481);
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'BYE and CANCEL at once while it rings',
    rfc: '3261 15',
    async story(story) {
      const call = await story.rings();
      const [bye, cancel] = [call.bye(), call.cancel()];
      await bye.final();
      await cancel.final();
      await call.invite.status(487);
      call.ack();
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'both sides hang up at once',
    rfc: '3261 15',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('BYE', (request) => {
        call.bye();
        request.reply(481, { toTag: 'server' });
      });
      await story.command({ type: 'hang-up', call: call.ringing.call }, LIMIT_MS);
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'nobody answers the BYE of the agent: the call is over all the same',
    rfc: '3261 15.1.1',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('BYE', () => {});
      await story.command({ type: 'hang-up', call: call.ringing.call }, LIMIT_MS);
      expect((await story.ended(call.ringing.call)).end).toEqual({ how: 'hung-up', by: 'agent' });
    },
  },
  rawCase({
    name: 'an INVITE with Expires: 0, which nobody means',
    rfc: '3261 13.3.1',
    sends: { headers: ['Expires: 0'] },
    mustAnswer: 'ring',
  }),
  {
    name: 'DTMF by INFO in every form: each has its answer, and the call goes on',
    rfc: '6086 4.2.2',
    async story(story) {
      const call = await story.talks();
      for (const [contentType, body] of DTMF) {
        const final = await call.request('INFO', { contentType, body }).final();
        expect(statusOf(final), `${contentType}: ${body}`).not.toBe(481);
      }
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'a caller who is named by UPDATE while it rings, and another by a re-INVITE',
    rfc: '3325 8',
    async story(story) {
      const call = await story.rings();
      const asserted = (number: string) => ({ headers: [`P-Asserted-Identity: <sip:${number}@pbx>`] });
      const named = (number: string) =>
        story.agent.event(
          'remote-party-changed',
          (event) => event.call === call.ringing.call && event.remoteParty.number === number,
        );
      await call.request('UPDATE', asserted('13900005555')).status(200);
      await named('13900005555');
      await story.answers(call);
      await call.reinvite(webrtcSdp(), asserted('13900006666'));
      await named('13900006666');
      await story.hangsUp(call);
    },
  },
  {
    name: '100rel is required: 420 that names it',
    rfc: '3262 3',
    async story(story) {
      const call = story.invites({ headers: ['Require: 100rel'] });
      expect(headerValue(await call.invite.status(420), 'unsupported')).toBe('100rel');
      call.ack();
    },
  },
  {
    name: 'two messages in one frame: the first is answered, the rest is counted',
    rfc: '7118 5',
    async story(story) {
      const count = () => story.agent.page.evaluate(() => window.sourcePhone.problems.length);
      const before = await count();
      const first = writeRequest({ method: 'OPTIONS' }, story.address);
      const both = story.request(first + writeRequest({ method: 'OPTIONS' }, story.address));
      await both.status(200);
      expect(await count()).toBe(before + 1);
    },
  },
  rawCase({
    name: 'a text frame with a byte order mark',
    rfc: '7118 5',
    sends: { rewrite: (text) => `\uFEFF${text}` },
    mustAnswer: 'ring',
  }),
  rawCase({
    name: 'the version in small letters',
    rfc: '3261 7.1',
    sends: { rewrite: (text) => text.replace('SIP/2.0\r\n', 'sip/2.0\r\n') },
    mustAnswer: 'ring',
  }),
  rawCase({
    name: 'routes without dots, with odd parameters, in one line',
    rfc: '3261 20.30',
    sends: { headers: ['Record-Route: <sip:kamailio:5060;lr;did=8f.a#1>, <sip:[2001:db8::2];lr>'] },
    mustAnswer: 'ring',
  }),
];

const PAI = 'P-Asserted-Identity';
const ASSERTED: readonly (readonly [name: string, headers: readonly string[], number: string])[] = [
  ['sip and tel in one line', [`${PAI}: "王" <sip:agent7@pbx>, <tel:+8613900007777>`], '+8613900007777'],
  [
    'sip and tel in two lines',
    [`${PAI}: <tel:+8613900007777>`, `${PAI}: "王" <sip:x@pbx>`],
    '+8613900007777',
  ],
  ['no brackets', [`${PAI}: tel:+86-139-0000-7777`], '+8613900007777'],
  ['a folded line', [`${PAI}: "王"\r\n <sip:13900007777@pbx;user=phone>`], '13900007777'],
  [
    'an address that is none beside a good one',
    [`${PAI}: <`, `${PAI}: <sip:13900007777@pbx>`],
    '13900007777',
  ],
  ['an IPv6 host', [`${PAI}: <sip:%2B8613900007777@[2001:db8::7]:5060>`], '+8613900007777'],
  ['Privacy: none', [`${PAI}: <sip:13900007777@pbx>`, 'Privacy: none'], '13900007777'],
  ['Privacy: id', [`${PAI}: <sip:13900007777@pbx>`, 'Privacy: header;id'], 'anonymous'],
  ['only the preference of the caller', ['P-Preferred-Identity: <sip:911@pbx>'], '13900000001'],
  ['Remote-Party-ID', ['Remote-Party-ID: <sip:13900007777@pbx>;party=calling;screen=yes'], '13900007777'],
  ['Remote-Party-ID of the called', ['Remote-Party-ID: <sip:1@pbx>;party=called'], '13900000001'],
];

export const ASSERTED_CALLERS: readonly SipCase[] = ASSERTED.map(([name, headers, number]) => ({
  name: `the asserted caller: ${name}`,
  rfc: '3325 9.1',
  async story(story) {
    const call = await story.talks({ headers });
    expect(call.ringing.remoteParty.number).toBe(number);
    await story.hangsUp(call);
  },
}));

export const OUTBOUND_ORDERS: readonly SipCase[] = [
  ...[433, 440, 494, 580, 599].map(
    (status): SipCase => ({
      name: `the callee answers ${status}, which no table lists`,
      rfc: '3261 8.1.3.2',
      async story(story) {
        const call = await story.dials('10086');
        call.reply(status);
        await call.arrives('ACK');
        expect((await story.ended(call.id)).end).toMatchObject({ how: 'refused', cause: 'own-system' });
      },
    }),
  ),
  {
    name: 'a 200 after the refusal: confirmed and ended on its own dialog',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180, { branch: 'first' });
      call.reply(486, { branch: 'first' });
      expect((await story.ended(call.id)).end).toMatchObject({ how: 'refused', cause: 'busy' });
      call.answer({ branch: 'second' });
      await call.arrives('ACK', 'second');
      await call.arrives('BYE', 'second');
    },
  },
  {
    name: 'the CANCEL is answered, and the INVITE never: the agent is free at once',
    rfc: '3261 9.1',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      await story.agent.event('remote-ringing', (event) => event.call === call.id);
      story.server.handlers.set('CANCEL', (request) => request.reply(200, { toTag: 'tag-callee' }));
      await story.command({ type: 'hang-up', call: call.id }, LIMIT_MS);
      expect((await story.ended(call.id)).end).toEqual({ how: 'cancelled' });
      await story.nextCallWorks();
    },
  },
  {
    name: 'BYE of the callee before its 200, in the early dialog',
    rfc: '3261 15',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      await story.agent.event('remote-ringing', (event) => event.call === call.id);
      await call.request('BYE').final();
      call.reply(487);
      await story.ended(call.id);
    },
  },
  {
    name: 'a 180 that comes after the 200',
    rfc: '3261 13.2.2.1',
    async story(story) {
      const call = await story.dials('10086');
      call.answer();
      call.reply(180);
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE');
    },
  },
];
