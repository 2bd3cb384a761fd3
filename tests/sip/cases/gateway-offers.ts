import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';

const GOOD = webrtcSdp();
const AUDIO = GOOD.slice(GOOD.indexOf('m=audio'));
const offerWith = (from: string | RegExp, to: string) => GOOD.replace(from, to);
const REFUSED = 'm=audio 0 RTP/AVP 0\r\n';
const VIDEO = 'm=video 40004 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\na=mid:v\r\n';

/** Offers of gateways that a browser would refuse, or read in another way. All can be answered. */
const FORMS: readonly (readonly [name: string, body: string])[] = [
  ['the profile RTP/SAVPF', offerWith('UDP/TLS/RTP/SAVPF', 'RTP/SAVPF')],
  ['the profile RTP/SAVP', offerWith('UDP/TLS/RTP/SAVPF', 'RTP/SAVP')],
  ['the profile UDP/TLS/RTP/SAVP', offerWith('UDP/TLS/RTP/SAVPF', 'UDP/TLS/RTP/SAVP')],
  ['the profile RTP/AVP and a fingerprint', offerWith('UDP/TLS/RTP/SAVPF', 'RTP/AVP')],
  ['the profile TCP/DTLS/RTP/SAVPF', offerWith('UDP/TLS/RTP/SAVPF', 'TCP/DTLS/RTP/SAVPF')],
  ['the profile in small letters', offerWith('UDP/TLS/RTP/SAVPF', 'udp/tls/rtp/savpf')],
  ['no name of the session', offerWith('s=-\r\n', '')],
  ['an empty name of the session', offerWith('s=-', 's=')],
  ['a name of the session in Chinese', offerWith('s=-', 's=示例热线')],
  ['no origin and no time', offerWith(/o=.*\r\n/, '').replace('t=0 0\r\n', '')],
  ['no address', offerWith('c=IN IP4 127.0.0.1\r\n', '')],
  ['no rtcp-mux', offerWith('a=rtcp-mux\r\n', '')],
  ['no setup', offerWith('a=setup:actpass\r\n', '')],
  ['a fingerprint in small letters', GOOD.replace(/(?<=sha-256 ).*/, (hash) => hash.toLowerCase())],
  ['candidates that are none', webrtcSdp({ candidates: ['a=candidate:junk', 'a=candidate:'] })],
  ['attributes without their values', webrtcSdp({ audio: ['a=fmtp:101', 'a=ssrc:x y', 'a=extmap:0 urn:x'] })],
  ['a BUNDLE of sections that are not there', webrtcSdp({ session: ['a=group:BUNDLE audio video'] })],
  ['a number of ports', offerWith('m=audio 40000', 'm=audio 40000/2')],
  ['a refused audio before the audio', offerWith('m=audio', `${REFUSED}m=audio`)],
  ['a refused audio of the same name before the audio', offerWith('m=audio', `${REFUSED}a=mid:0\r\nm=audio`)],
  ['a second audio', `${GOOD}${AUDIO.replace('a=mid:0', 'a=mid:1')}`],
  ['a second audio of the same name', `${GOOD}${AUDIO}`],
  ['video before the audio', offerWith('m=audio', `${VIDEO}m=audio`)],
  ['a payload type of eight bits', webrtcSdp({ codecs: ['128 8', 'a=rtpmap:128 opus/48000/2'] })],
];

const ports = (sdp: string) => [...sdp.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => Number(port) > 0);

export const GATEWAY_OFFERS: readonly SipCase[] = FORMS.map(([name, body]) =>
  rawCase({
    name: `a gateway offers ${name}: it rings and is answered`,
    rfc: '8866 5',
    firefox: true,
    sends: { body },
    mustAnswer: 'ring',
  }),
);

export const GATEWAY_REOFFERS: readonly SipCase[] = [
  {
    name: 'new offers of a gateway in a call: other packet times, another codec, a second audio',
    rfc: '3264 8',
    firefox: true,
    async story(story) {
      const call = await story.talks();
      const offers = [
        webrtcSdp({ audio: ['a=ptime:30', 'a=maxptime:60'] }),
        webrtcSdp({ codecs: ['0', 'a=rtpmap:0 PCMU/8000', 'a=ptime:40'] }),
        offerWith('a=rtcp-mux\r\n', '').replace('a=setup:actpass\r\n', ''),
        `${GOOD}${AUDIO.replace('a=mid:0', 'a=mid:1')}`,
      ];
      for (const offer of offers) {
        const final = await call.reinvite(offer);
        expect(statusOf(final), offer).toBe(200);
        expect(ports(final.body)[0], 'the audio goes on').toBe(true);
        expect(ports(final.body).filter(Boolean), 'and is the only one').toHaveLength(1);
      }
      expect(statusOf(await call.request('UPDATE', { body: offers[3] ?? '' }).final())).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'the second audio of an offer is declined, the first is answered',
    rfc: '3264 6',
    firefox: true,
    async story(story) {
      const call = await story.rings({ body: `${GOOD}${AUDIO.replace('a=mid:0', 'a=mid:1')}` });
      await story.command({ type: 'answer', call: call.ringing.call });
      const ok = await call.isAnswered();
      expect(headerValue(ok, 'content-type')).toMatch(/^application\/sdp/);
      expect(ports(ok.body)).toEqual([true, false]);
      await story.hangsUp(call);
    },
  },
];
