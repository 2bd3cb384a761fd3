import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';

const TRANSFER = { type: 'transfer-blind', target: '8001' } as const;

/** What the other side does in the moment in which a command is carried out. */
const AT_ONCE: readonly SipCase[] = [
  {
    name: 'hold is agreed to, and BYE comes at once',
    rfc: '3261 15.1.2',
    async story(story) {
      const call = await story.talks();
      const agree = story.server.handlers.get('INVITE');
      story.server.handlers.set('INVITE', (request) => {
        agree?.(request);
        call.bye();
      });
      await story.command({ type: 'hold', call: call.ringing.call });
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'hold is asked for a password, and BYE comes at once',
    rfc: '3261 22.2',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('INVITE', (request) => {
        request.reply(401, {
          toTag: 'server',
          headers: ['WWW-Authenticate: Digest realm="example.com", nonce="h1", qop="auth"'],
        });
        call.bye();
      });
      await story.command({ type: 'hold', call: call.ringing.call });
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'a transfer is accepted, and BYE comes at once',
    rfc: '5589 6.1',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('REFER', (request) => {
        request.reply(202, { toTag: 'server' });
        call.bye();
      });
      await story.command({ ...TRANSFER, call: call.ringing.call });
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'a transfer meets silence: the command has a result, and the call can be ended',
    rfc: '3515 2.4.2',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.delete('REFER');
      expect(await story.command({ ...TRANSFER, call: call.ringing.call })).toMatchObject({ ok: false });
      await story.hangsUp(call);
    },
  },
];

/** Members of the listed kinds which no list has. */
export const UNLISTED: readonly SipCase[] = [
  ...AT_ONCE,
  {
    name: 'a caller who is let go tries the agent again under the same Call-ID',
    rfc: '3261 16.7',
    async story(story) {
      const callId = `serial-${Date.now()}`;
      const first = await story.rings({ callId });
      await first.cancel().status(200);
      await first.invite.status(487);
      first.ack();
      await story.ended(first.ringing.call);
      const second = await story.talks({ callId, cseq: '2 INVITE' });
      await story.hangsUp(second);
    },
  },
  {
    name: 'two callers with one tag ring at once, and each ends by itself',
    rfc: '3261 12',
    async story(story) {
      const from = '<sip:13900000001@example.com>;tag=same';
      const first = await story.rings({ from });
      const second = await story.rings({ from });
      await second.cancel().status(200);
      await story.ended(second.ringing.call);
      await story.answers(first);
      await story.hangsUp(first);
    },
  },
  {
    name: 'the callee who answers has another tag than the one who rang',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180, { branch: 'phone' });
      call.answer({ branch: 'mobile' });
      await call.arrives('ACK', 'mobile');
      await story.agent.event('answered', (event) => event.call === call.id);
      await call.request('BYE', {}, 'mobile').status(200);
      await story.ended(call.id);
    },
  },
  {
    name: 'a new offer whose answer is never confirmed, and another one',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.talks();
      await call.request('INVITE', { body: webrtcSdp() }).final();
      const again = await call.reinvite(webrtcSdp());
      expect([200, 491, 500]).toContain(statusOf(again));
      await story.hangsUp(call);
    },
  },
  {
    name: 'a dialog is asked for by OPTIONS after it is over: 481, so that the server lets it go',
    rfc: '3261 11.2',
    async story(story) {
      const call = await story.talks();
      await call.request('OPTIONS').status(200);
      await story.hangsUp(call);
      await call.request('OPTIONS').status(481);
    },
  },
  {
    name: 'a hundred MESSAGEs at once: each has its answer',
    rfc: '3428 7',
    async story(story) {
      const sent = Array.from({ length: 100 }, () => story.request({ method: 'MESSAGE' }));
      for (const one of sent) expect(statusOf(await one.final())).toBe(405);
    },
  },
  {
    name: '422 names the least interval, and the call that keeps to it rings',
    rfc: '4028 9',
    async story(story) {
      const timer = (seconds: number) => ({
        headers: ['Supported: timer', `Session-Expires: ${seconds}`],
      });
      const short = story.invites(timer(60));
      const refused = await short.invite.status(422);
      short.ack();
      const call = await story.talks(timer(Number(headerValue(refused, 'min-se'))));
      await story.hangsUp(call);
    },
  },
  rawCase({
    name: 'a short session of a caller without session timers rings',
    rfc: '4028 9',
    sends: { headers: ['Session-Expires: 30'] },
    mustAnswer: 'ring',
  }),
  rawCase({
    name: 'a number with an extension, a pause and escapes',
    rfc: '3966 5.3',
    sends: { from: '<sip:%2B8613900001234;postd=pp22;ISUB=1@example.com>;tag=u1' },
    mustAnswer: 'ring',
    agentSees: { remoteParty: { number: '+8613900001234', displayName: null } },
  }),
  rawCase({
    name: 'a Contact list, of which the second is odd',
    rfc: '3261 20.10',
    sends: { contact: '<sip:13900000001@proxy.example.com>, <sip:a@b;x="1">' },
    mustAnswer: 'final',
  }),
];
