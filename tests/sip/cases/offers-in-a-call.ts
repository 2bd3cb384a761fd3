import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import { statusOf } from '../wire/frame.ts';
import { sdp, T38, webrtcSdp } from '../wire/sdp.ts';
import { HOPELESS_OFFERS } from './offers.ts';

const T38_BESIDE = sdp(
  ...webrtcSdp({ port: 0 }).trimEnd().split('\r\n'),
  ...T38.trimEnd().split('\r\n').slice(-4),
);

const HOPELESS: readonly (readonly [name: string, body: string])[] = [
  ...HOPELESS_OFFERS,
  ['audio with port 0 and a fax', T38_BESIDE],
  [
    'another order of media',
    sdp(...T38.trimEnd().split('\r\n'), ...webrtcSdp().trimEnd().split('\r\n').slice(4)),
  ],
];

/** A new offer without our codec is refused or answered with port 0, and the call goes on. */
export const HOPELESS_REOFFERS: readonly SipCase[] = (['INVITE', 'UPDATE'] as const).flatMap((method) =>
  HOPELESS.map(([name, body]) => ({
    name: `${method} in a call: ${name}; the call goes on`,
    rfc: method === 'INVITE' ? '3261 14.2' : '3311 5.2',
    async story(story) {
      const call = await story.talks();
      const final =
        method === 'INVITE' ? await call.reinvite(body) : await call.request('UPDATE', { body }).final();
      if (statusOf(final) === 200) expect(final.body).toMatch(/^m=\w+ 0 /m);
      else expect([400, 415, 488, 500, 606]).toContain(statusOf(final));
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(call);
    },
  })),
);

/** Offers that every gateway sends in a call. */
export const REOFFERS: readonly SipCase[] = [
  {
    name: 'the same offer again, by INVITE and UPDATE',
    rfc: '3264 8',
    async story(story) {
      const call = await story.talks();
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      expect(statusOf(await call.request('UPDATE', { body: webrtcSdp() }).final())).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'UPDATE without a body refreshes the session',
    rfc: '4028 8.2',
    async story(story) {
      const call = await story.talks();
      expect(
        statusOf(await call.request('UPDATE', { headers: ['Session-Expires: 1800;refresher=uac'] }).final()),
      ).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'a re-INVITE without an offer',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.talks();
      const sent = call.request('INVITE');
      const ok = await sent.status(200);
      expect(ok.body).toMatch(/^m=audio/m);
      call.ackOf(sent, { body: webrtcSdp({ setup: 'passive' }) });
      await story.hangsUp(call);
    },
  },
  {
    name: 'a re-INVITE without an offer whose ACK has no answer',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.talks();
      const sent = call.request('INVITE');
      await sent.status(200);
      call.ackOf(sent);
      await call.bye().final();
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'the caller holds in every way, and resumes',
    rfc: '3264 8.4',
    async story(story) {
      const call = await story.talks();
      for (const body of [
        webrtcSdp({ direction: 'sendonly' }),
        webrtcSdp({ direction: 'inactive' }),
        webrtcSdp().replace('c=IN IP4 127.0.0.1', 'c=IN IP4 0.0.0.0'),
        webrtcSdp(),
      ])
        expect(statusOf(await call.reinvite(body))).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'video is offered in a call: declined by port 0',
    rfc: '3264 6',
    async story(story) {
      const call = await story.talks();
      const video = [
        'm=video 40004 UDP/TLS/RTP/SAVPF 96',
        'c=IN IP4 127.0.0.1',
        'a=rtpmap:96 VP8/90000',
        'a=mid:1',
        'a=sendrecv',
      ];
      const secured = webrtcSdp().match(/^a=(?:ice-ufrag|ice-pwd|fingerprint|setup|rtcp-mux).*$/gm) ?? [];
      const final = await call.reinvite(
        webrtcSdp({ more: [[...video, ...secured.map((line) => line.trim())]] }),
      );
      expect(statusOf(final)).toBe(200);
      expect(final.body).toMatch(/^m=audio [1-9]/m);
      expect(final.body).toMatch(/^m=video 0 /m);
      await story.hangsUp(call);
    },
  },
  {
    name: 'a second offer before the first is answered',
    rfc: '3261 14.2',
    async story(story) {
      const call = await story.talks();
      const first = call.request('INVITE', { body: webrtcSdp() });
      const second = call.request('INVITE', { body: webrtcSdp() });
      call.ackOf(first, {}, await first.final());
      const status = statusOf(await second.final());
      expect([200, 491, 500]).toContain(status);
      call.ackOf(second, {}, await second.final());
      await story.hangsUp(call);
    },
  },
  {
    name: 'a re-INVITE that crosses ours: 491 for both, and the next works',
    rfc: '3261 14.1',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('INVITE', (request) => {
        story.server.handlers.delete('INVITE');
        const crossing = call.request('INVITE', { body: webrtcSdp() });
        request.reply(491, { toTag: 'server' });
        story.onEnd.push(async () => call.ackOf(crossing, {}, await crossing.final()));
      });
      await story.command({ type: 'hold', call: call.ringing.call });
      await story.hangsUp(call);
    },
  },
  {
    name: 'a re-INVITE is cancelled',
    rfc: '3261 9.1',
    async story(story) {
      const call = await story.talks();
      const sent = call.request('INVITE', { body: webrtcSdp() });
      await story
        .request({
          method: 'CANCEL',
          uri: sent.frame.start.split(' ')[1] ?? '',
          via: /^Via: (.*)$/m.exec(sent.frame.text)?.[1]?.trim() ?? null,
          from: /^From: (.*)$/m.exec(sent.frame.text)?.[1]?.trim() ?? null,
          to: /^To: (.*)$/m.exec(sent.frame.text)?.[1]?.trim() ?? null,
          callId: call.callId,
          cseq: `${/^CSeq: (\d+)/m.exec(sent.frame.text)?.[1]} CANCEL`,
          contact: null,
        })
        .final();
      call.ackOf(sent, {}, await sent.final());
      await story.hangsUp(call);
    },
  },
];
