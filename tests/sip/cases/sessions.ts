import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { Story } from '../story/story.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import type { ArrivedRequest } from '../wire/raw-server.ts';
import { answerTo, webrtcSdp } from '../wire/sdp.ts';

/** No command may take longer, whatever the other side does. */
const LIMIT_MS = 5_000;
const CONTACT = 'Contact: <sip:13900000001@proxy.example.com;transport=ws>';

/** The next re-INVITE of the phone gets what `answers` does; later ones are agreed to again. */
function nextOffer(story: Story, answers: (request: ArrivedRequest) => void): void {
  const usual = story.server.handlers.get('INVITE');
  story.server.handlers.set('INVITE', (request) => {
    if (usual !== undefined) story.server.handlers.set('INVITE', usual);
    answers(request);
  });
}

const VIDEO = [
  'm=video 40004 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 127.0.0.1',
  'a=mid:1',
  'a=rtpmap:96 VP8/90000',
];
const MIXED: readonly (readonly [name: string, offer: string])[] = [
  ['video', webrtcSdp({ more: [VIDEO] })],
  ['a fax image', webrtcSdp({ more: [['m=image 40002 udptl t38', 'a=T38FaxVersion:0']] })],
  ['plain RTP', webrtcSdp({ more: [['m=audio 40006 RTP/AVP 0', 'c=IN IP4 127.0.0.1']] })],
];

export const MIXED_OFFERS: readonly SipCase[] = MIXED.map(([name, offer]) => ({
  name: `a new offer has ${name} beside the audio: declined by port 0`,
  rfc: '3264 6',
  async story(story: Story) {
    const call = await story.talks();
    const final = await call.reinvite(offer);
    expect(statusOf(final)).toBe(200);
    const ports = [...final.body.matchAll(/^m=\w+ (\d+)/gm)].map(([, port]) => Number(port) > 0);
    expect(ports).toEqual([true, false]);
    await story.hangsUp(call);
  },
}));

export const BEFORE_THE_ANSWER: readonly SipCase[] = [
  {
    name: 'UPDATE while ringing',
    rfc: '3311 5.2',
    async story(story) {
      const call = await story.rings();
      expect(statusOf(await call.request('UPDATE').final())).toBe(200);
      await story.answers(call);
      await story.hangsUp(call);
    },
  },
  {
    name: 'UPDATE with an offer while ringing',
    rfc: '3311 5.2',
    async story(story) {
      const call = await story.rings();
      const final = await call.request('UPDATE', { body: webrtcSdp() }).final();
      expect(statusOf(final)).toBe(500);
      expect(headerValue(final, 'retry-after')).toMatch(/^\d$/);
      await story.answers(call);
      await story.hangsUp(call);
    },
  },
  {
    name: 'UPDATE and re-INVITE before the ACK',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      await call.isAnswered(false);
      expect(statusOf(await call.request('UPDATE').final())).toBe(200);
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(491);
      call.ack({ cseq: '1 ACK' });
      await story.hangsUp(call);
    },
  },
  {
    name: 'the agent hangs up before the ACK; BYE and re-INVITE of the caller are answered all the same',
    rfc: '3261 15.1.2',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      await call.isAnswered(false);
      await story.command({ type: 'hang-up', call: call.ringing.call }, LIMIT_MS);
      await story.ended(call.ringing.call);
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBeGreaterThanOrEqual(400);
      expect(statusOf(await call.bye().final())).toBe(200);
    },
  },
  {
    name: 'no ACK and no audio: let go in time',
    rfc: '3261 13.3.1.4',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      const { at } = await call.isAnswered(false);
      const { end, at: endedAt } = await story.ended(call.ringing.call);
      expect(end).toMatchObject({ how: 'broken', cause: 'answer-not-confirmed' });
      expect(endedAt - at).toBeLessThan(LIMIT_MS);
      call.ack();
    },
  },
  {
    name: 'a new offer crosses ours: 491, and ours goes on',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.talks();
      let crossing: Promise<unknown> = Promise.resolve();
      nextOffer(story, (offer) => {
        crossing = call.reinvite(webrtcSdp()).then((final) => {
          expect(statusOf(final)).toBe(491);
          offer.reply(200, { headers: [CONTACT], body: answerTo(offer.body) });
        });
      });
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      await crossing;
      expect(await story.command({ type: 'resume', call: call.ringing.call })).toEqual({ ok: true });
      await story.hangsUp(call);
    },
  },
];

const ONLY_G729 = 'm=audio 40000 UDP/TLS/RTP/SAVPF 18\r';

export const DIALLED: readonly SipCase[] = [
  {
    name: 'no response at all: let go in time, and the late 200 is ended',
    rfc: '3261 17.1.1.2',
    async story(story) {
      const call = await story.dials('10086');
      const { end } = await story.ended(call.id);
      expect(Date.now() - call.invite.at).toBeLessThan(LIMIT_MS + 1_000);
      expect(end).toMatchObject({ how: 'failed', cause: 'no-reply-from-server' });
      call.answer();
      await call.arrives('ACK', 'callee');
      await call.arrives('BYE', 'callee');
    },
  },
  ...(
    [
      ['that cannot be read', 'v=0\r\nnonsense\r\n', 'media-failed'],
      ['without SDP', '', 'media-failed'],
      ['with an unknown codec', answerTo('').replace(/^m=.*$/m, ONLY_G729), 'no-common-codec'],
      ['that declines the audio', answerTo('').replace('m=audio 40000', 'm=audio 0'), 'no-audio'],
      ['in plain RTP', answerTo('').replace(/^a=fingerprint.*\r\n/m, ''), 'no-encryption'],
    ] as const
  ).map(
    ([name, body, cause]): SipCase => ({
      name: `an answer ${name}: confirmed and ended, and nobody has refused`,
      rfc: '3261 13.2.2.4',
      async story(story) {
        const call = await story.dials('10086');
        call.reply(180);
        call.reply(200, { body });
        await call.arrives('ACK', 'callee');
        await call.arrives('BYE', 'callee');
        const { end } = await story.ended(call.id);
        expect(end).toMatchObject({ how: 'failed', cause });
      },
    }),
  ),
];
