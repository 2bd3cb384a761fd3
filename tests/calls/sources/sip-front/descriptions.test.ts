import { describe, expect, it } from 'vitest';
import { declineMedia } from '../../../../calls/sources/sip-front/decline-media.ts';
import { onHold } from '../../../../calls/sources/sip-front/hold-direction.ts';

const SESSION = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0'];
const SECURE = [
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuv',
];
const AUDIO = ['m=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=mid:a', ...SECURE];
const VIDEO = ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:v', ...SECURE];
const sdp = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

describe('what cannot be answered in an offer is refused by port 0', () => {
  it('leaves an offer of audio alone as it is', () => {
    const offer = sdp(...SESSION, ...AUDIO).replaceAll('\r\n', '\n');
    expect(declineMedia(offer)).toBe(offer);
  });

  it('refuses video, takes it out of the bundle and keeps the audio', () => {
    const offer = sdp(...SESSION, 'a=group:BUNDLE v a', ...VIDEO, 'a=sendrecv', ...AUDIO);
    const declined = sdp(
      ...[...SESSION, 'a=group:BUNDLE a', 'm=video 0 UDP/TLS/RTP/SAVPF 96', 'a=mid:v', ...SECURE],
      ...['a=inactive', ...AUDIO],
    );
    expect(declineMedia(offer)).toBe(declined);
  });

  it.each([
    ['a fax image', ['m=image 4000 udptl t38']],
    ['plain RTP', ['m=audio 5004 RTP/AVP 0']],
    ['audio of an unknown codec', ['m=audio 9 UDP/TLS/RTP/SAVPF 18', ...SECURE]],
    ['a data channel', ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:d', ...SECURE]],
  ])('refuses %s beside the audio', (_, section) => {
    const [first = ''] = section;
    const declined = declineMedia(sdp(...SESSION, ...AUDIO, ...section));
    expect(declined).toContain(first.replace(/^(m=\w+) \d+/, '$1 0'));
    expect(declined).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n');
  });

  it('refuses a second audio: it would be played in place of the first', () => {
    const declined = declineMedia(sdp(...SESSION, 'm=audio 0 RTP/AVP 0', ...AUDIO, ...AUDIO));
    expect([...declined.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => port)).toEqual(['0', '9', '0']);
  });

  it('leaves no group when no member is left, and what is no description as it is', () => {
    expect(declineMedia(sdp(...SESSION, 'a=group:BUNDLE v', ...VIDEO))).not.toContain('a=group');
    expect(declineMedia('hello')).toBe('hello');
  });
});

describe('a description of a side that holds', () => {
  it.each([
    ['sendrecv', 'sendonly'],
    ['recvonly', 'inactive'],
    ['sendonly', 'sendonly'],
    ['inactive', 'inactive'],
  ])('%s becomes %s', (before, after) => {
    const held = onHold(sdp(...SESSION, ...AUDIO, `a=${before}`));
    expect(held).toBe(sdp(...SESSION, ...AUDIO, `a=${after}`));
  });

  it('says it where nothing was said, and where the session said it for all', () => {
    expect(onHold(sdp(...SESSION, ...AUDIO))).toBe(sdp(...SESSION, ...AUDIO, 'a=sendonly'));
    const general = onHold(sdp(...SESSION, 'a=recvonly', ...AUDIO));
    expect(general).toBe(sdp(...SESSION, 'a=recvonly', ...AUDIO, 'a=inactive'));
  });
});
