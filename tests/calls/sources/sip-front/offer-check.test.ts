import { describe, expect, it } from 'vitest';
import { checkOffer } from '../../../../calls/sources/sip-front/offer-check.ts';

const SESSION = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 192.0.2.1', 't=0 0'];
const FINGERPRINT = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`;
const ICE = ['a=ice-ufrag:abcd', 'a=ice-pwd:abcdefghijklmnopqrstuv'];
const SECURE = [FINGERPRINT, ...ICE, 'a=setup:actpass', 'a=rtcp-mux'];

/** An offer of these lines after those of the session. */
function offer(...media: readonly string[]): string {
  return `${[...SESSION, ...media].join('\r\n')}\r\n`;
}
const audio = (formats: string, ...lines: readonly string[]) =>
  offer(`m=audio 9 UDP/TLS/RTP/SAVPF ${formats}`, ...SECURE, ...lines);

describe('an offer that a browser can answer', () => {
  it.each([
    ['opus', audio('111', 'a=rtpmap:111 opus/48000/2')],
    ['the name of a codec in capitals', audio('111', 'a=rtpmap:111 OPUS/48000/2')],
    ['PCMU by its static number alone', audio('0')],
    ['PCMA by its static number alone', audio('8')],
    ['G.722 by its static number alone', audio('9')],
    ['PCMA with an explicit channel', audio('8', 'a=rtpmap:8 PCMA/8000/1')],
    ['PCMU under a dynamic number', audio('100', 'a=rtpmap:100 PCMU/8000')],
    ['one known codec among others', audio('18 4 8 101', 'a=rtpmap:101 telephone-event/8000')],
    ['ICE-lite', audio('0').replace('t=0 0', 't=0 0\r\na=ice-lite')],
    ['mDNS candidates', audio('0', 'a=candidate:1 1 udp 2113937151 1f2e.local 5000 typ host')],
    ['no candidates', audio('0')],
    ['line feeds alone', audio('0').replaceAll('\r\n', '\n')],
    ['the older names of the profile', audio('0').replace('UDP/TLS/RTP/SAVPF', 'RTP/SAVPF')],
    ['fingerprint and ICE of the session', offer(...SECURE, 'm=audio 9 UDP/TLS/RTP/SAVPF 0')],
    ['video beside the audio', `${audio('0')}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n`],
    ['a refused section before the audio', offer('m=audio 0 RTP/AVP 0', 'm=audio 9 RTP/SAVPF 0', ...SECURE)],
    [
      'audio that shares the transport of another section',
      offer('m=audio 0 RTP/SAVPF 0', ...SECURE, 'a=bundle-only'),
    ],
    ['a number of ports', audio('0').replace('m=audio 9', 'm=audio 5000/2')],
  ])('%s', (_, sdp) => {
    expect(checkOffer(sdp)).toEqual({ ok: true });
  });
});

describe('an offer that no browser can answer', () => {
  it.each([
    ['only G.729', audio('18'), 'no-common-codec'],
    ['only G.729, in plain RTP', offer('m=audio 5004 RTP/AVP 18'), 'no-common-codec'],
    ['only tones', audio('101', 'a=rtpmap:101 telephone-event/8000'), 'no-common-codec'],
    ['only comfort noise', audio('13'), 'no-common-codec'],
    ['a static number that means another codec here', audio('8', 'a=rtpmap:8 AMR/8000'), 'no-common-codec'],
    ['a known codec at another clock rate', audio('96', 'a=rtpmap:96 PCMU/16000'), 'no-common-codec'],
    ['no format at all', audio(''), 'no-common-codec'],
    ['audio of port 0', audio('0').replace('m=audio 9', 'm=audio 0'), 'no-audio'],
    ['only a fax image', offer('m=image 4000 udptl t38', 'a=T38FaxVersion:0'), 'no-audio'],
    ['a fax image as the audio goes', offer('m=audio 0 RTP/AVP 0', 'm=image 4000 udptl t38'), 'no-audio'],
    ['only video', offer('m=video 9 UDP/TLS/RTP/SAVPF 96', ...SECURE), 'no-audio'],
    ['no media', offer(), 'no-audio'],
    ['plain RTP', offer('m=audio 5004 RTP/AVP 0 8'), 'no-encryption'],
    [
      'keys in the offer (SDES)',
      offer('m=audio 5004 RTP/SAVP 0', ...ICE, 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:aaaa'),
      'no-encryption',
    ],
    ['a fingerprint of no bytes', audio('0').replace(FINGERPRINT, 'a=fingerprint:sha-256'), 'no-encryption'],
    ['a fingerprint by an unknown function', audio('0').replace('sha-256', 'md2'), 'no-encryption'],
    ['no ICE credentials', offer('m=audio 9 RTP/SAVPF 0', FINGERPRINT), 'no-ice'],
    ['ICE credentials that are too short', audio('0').replace('abcd\r', 'a\r'), 'no-ice'],
    ['no text', '', 'unreadable'],
    ['another version', audio('0').replace('v=0', 'v=1'), 'unreadable'],
    ['a line that is none', audio('0', 'hello'), 'unreadable'],
    ['a port that is none', audio('0').replace('m=audio 9', 'm=audio x'), 'unreadable'],
    ['a port beyond the last', audio('0').replace('m=audio 9', 'm=audio 70000'), 'unreadable'],
  ] as const)('%s', (_, sdp, reason) => {
    expect(checkOffer(sdp)).toEqual({ ok: false, reason });
  });
});
