import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { statusOf } from '../wire/frame.ts';
import { answerTo, G729_ONLY, PLAIN_RTP, sdp, T38, webrtcSdp } from '../wire/sdp.ts';

const VIDEO = [
  'm=video 40004 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 127.0.0.1',
  'a=rtpmap:96 VP8/90000',
  'a=sendrecv',
  'a=mid:1',
  'a=rtcp-mux',
];

/** Offers that no answer of a browser can satisfy: RFC 3261 §13.3.1.3 asks for 488 at once. */
export const HOPELESS_OFFERS: readonly (readonly [name: string, body: string])[] = [
  ['G.729 alone', G729_ONLY],
  ['payload 18 without rtpmap', webrtcSdp({ codecs: ['18'] })],
  ['G.723 alone', webrtcSdp({ codecs: ['4', 'a=rtpmap:4 G723/8000'] })],
  ['GSM alone', webrtcSdp({ codecs: ['3', 'a=rtpmap:3 GSM/8000'] })],
  ['AMR-WB alone', webrtcSdp({ codecs: ['97', 'a=rtpmap:97 AMR-WB/16000'] })],
  ['telephone-event alone', webrtcSdp({ codecs: ['101', 'a=rtpmap:101 telephone-event/8000'] })],
  ['comfort noise alone', webrtcSdp({ codecs: ['13', 'a=rtpmap:13 CN/8000'] })],
  ['a payload number of ours for another codec', webrtcSdp({ codecs: ['96', 'a=rtpmap:96 EVRC/8000'] })],
  ['plain RTP', PLAIN_RTP],
  [
    'SRTP with keys in the SDP',
    PLAIN_RTP.replace('RTP/AVP', 'RTP/SAVP').replace(
      'a=sendrecv',
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj\r\na=sendrecv',
    ),
  ],
  ['no fingerprint', webrtcSdp().replace(/a=fingerprint.*\r\n/, '')],
  ['no ICE', webrtcSdp().replace(/a=ice-(ufrag|pwd).*\r\n/g, '')],
  ['audio with port 0', webrtcSdp({ port: 0 })],
  ['a fax', T38],
  ['video alone', sdp('v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', ...VIDEO)],
  ['no media', sdp('v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0')],
  ['an unknown kind of media', webrtcSdp().replace('m=audio', 'm=cello')],
  ['no SDP at all in the body', 'hello'],
  ['an SDP that breaks off', webrtcSdp().slice(0, 60)],
  ['lines of noise', 'v=0\r\n\u0000\u0001\u0002=\r\nm=\r\n'],
];

export const INITIAL_OFFERS: readonly SipCase[] = HOPELESS_OFFERS.map(([name, body]) =>
  rawCase({
    name: `488 at once: ${name}`,
    rfc: '3261 13.3.1.3',
    sends: { body },
    mustAnswer: [400, 415, 488, 606],
  }),
);

/** Offers that are good although they are unusual. */
const GOOD_OFFERS: readonly (readonly [name: string, body: string])[] = [
  ['ICE-lite', webrtcSdp({ session: ['a=ice-lite'] })],
  [
    'candidates of an mDNS name',
    webrtcSdp({
      candidates: [
        'a=candidate:1 1 udp 2130706431 5f1b2a3c-0000-4000-8000-000000000001.local 40000 typ host',
      ],
    }),
  ],
  [
    'candidates of IPv6 and TCP',
    webrtcSdp({
      candidates: [
        'a=candidate:1 1 udp 2130706431 2001:db8::1 40000 typ host',
        'a=candidate:2 1 tcp 1518280447 192.0.2.1 9 typ host tcptype active',
      ],
    }),
  ],
  [
    'a candidate with unknown parts',
    webrtcSdp({
      candidates: ['a=candidate:1 1 udp 2130706431 127.0.0.1 40000 typ host generation 0 network-id 3 x-y z'],
    }),
  ],
  ['no candidates', webrtcSdp({ candidates: [] })],
  ['the end of candidates', webrtcSdp({ audio: ['a=end-of-candidates'] })],
  ['no mid', webrtcSdp({ mid: null })],
  ['a BUNDLE of one', webrtcSdp({ session: ['a=group:BUNDLE 0'] })],
  [
    'unknown attributes',
    webrtcSdp({
      session: ['a=x-session:1'],
      audio: ['a=x-media', 'a=ptime:20', 'a=maxptime:60', 'a=rtcp:9 IN IP4 0.0.0.0'],
    }),
  ],
  [
    'the codec we have behind the one we lack',
    webrtcSdp({
      codecs: [
        '18 8 101',
        'a=rtpmap:18 G729/8000',
        'a=rtpmap:8 PCMA/8000',
        'a=rtpmap:101 telephone-event/8000',
      ],
    }),
  ],
  ['static payloads without rtpmap', webrtcSdp({ codecs: ['8 0'] })],
  ['Opus alone', webrtcSdp({ codecs: ['111', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 useinbandfec=1'] })],
  ['without telephone-event', webrtcSdp({ codecs: ['0', 'a=rtpmap:0 PCMU/8000'] })],
  [
    'names of codecs in small letters',
    webrtcSdp({ codecs: ['8 101', 'a=rtpmap:8 pcma/8000', 'a=rtpmap:101 TELEPHONE-EVENT/8000'] }),
  ],
  ['setup active', webrtcSdp({ setup: 'active' })],
  ['setup passive', webrtcSdp({ setup: 'passive' })],
  ['sendonly from the first moment', webrtcSdp({ direction: 'sendonly' })],
  ['inactive from the first moment', webrtcSdp({ direction: 'inactive' })],
  ['hold as in RFC 2543', webrtcSdp().replace('c=IN IP4 127.0.0.1', 'c=IN IP4 0.0.0.0')],
  ['lines that end with LF alone', webrtcSdp().replaceAll('\r\n', '\n')],
  ['no line end at the end', webrtcSdp().trimEnd()],
];

export const OFFERS: readonly SipCase[] = [
  ...GOOD_OFFERS.map(([name, body]) =>
    rawCase({ name: `an offer with ${name}`, rfc: '8829 5.8', sends: { body }, mustAnswer: 'ring' }),
  ),
  {
    name: 'offered video is declined by port 0',
    rfc: '3264 6',
    async story(story) {
      const call = await story.rings({ body: webrtcSdp({ more: [videoLines()] }) });
      await story.command({ type: 'answer', call: call.ringing.call });
      const ok = await call.isAnswered();
      expect(ok.body).toMatch(/^m=audio [1-9]/m);
      expect(ok.body).toMatch(/^m=video 0 /m);
      await story.hangsUp(call);
    },
  },
  {
    name: 'an INVITE without an offer',
    rfc: '3261 13.2.1',
    firefox: true,
    async story(story) {
      const call = await story.rings({ body: '' });
      await story.command({ type: 'answer', call: call.ringing.call });
      const ok = await call.isAnswered(false);
      expect(ok.body).toMatch(/^m=audio/m);
      call.ack({ body: answerTo(ok.body) });
      await story.agent.event('answered', (event) => event.call === call.ringing.call);
      await story.hangsUp(call);
    },
  },
  ...[
    ['no answer in the ACK', ''],
    ['an answer without our codec in the ACK', G729_ONLY.replace('actpass', 'active')],
    ['an answer that does not parse in the ACK', 'hello'],
    ['an answer with port 0 in the ACK', webrtcSdp({ port: 0, setup: 'active' })],
  ].map(
    ([name = '', body = '']): SipCase => ({
      name: `an INVITE without an offer, and ${name}`,
      rfc: '3261 13.2.2.4',
      async story(story) {
        const call = await story.rings({ body: '' });
        await story.command({ type: 'answer', call: call.ringing.call });
        await call.isAnswered(false);
        call.ack({ body });
        // The call cannot be set up: it is let go, and says so.
        await story.ended(call.ringing.call);
      },
    }),
  ),
  {
    name: 'a hopeless offer while another call rings and while one is up',
    rfc: '3261 13.3.1.3',
    async story(story) {
      const first = await story.rings();
      expect(statusOf(await story.invites({ body: G729_ONLY }).invite.final())).toBe(488);
      await story.answers(first);
      expect(statusOf(await story.invites({ body: G729_ONLY }).invite.final())).toBe(488);
      await story.hangsUp(first);
    },
  },
];

function videoLines(): readonly string[] {
  return [
    ...VIDEO,
    'a=ice-ufrag:uf3A',
    'a=ice-pwd:0123456789abcdef0123456789',
    FINGERPRINT,
    'a=setup:actpass',
  ];
}

const FINGERPRINT = /^a=fingerprint.*$/m.exec(webrtcSdp())?.[0]?.trim() ?? '';
