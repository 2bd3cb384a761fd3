import { describe, expect, it } from 'vitest';
import { sdpForBrowser } from '../../../../calls/sources/jssip/sdp-for-browser.ts';
import { declineMedia } from '../../../../calls/sources/sip-front/decline-media.ts';
import { webrtcSdp } from '../../../sip/wire/sdp.ts';

const GOOD = webrtcSdp();
const AUDIO = GOOD.slice(GOOD.indexOf('m=audio'));

/** One change of an offer, and what the browser is given. */
const repaired = (from: string | RegExp, to: string) => sdpForBrowser(GOOD.replace(from, to), 'offer');

describe('a description for a browser', () => {
  it('is as it was where nothing is wrong', () => {
    expect(sdpForBrowser(GOOD, 'offer').split('\r\n').sort()).toEqual(GOOD.split('\r\n').sort());
  });

  it.each([
    ['no o=', /o=.*\r\n/],
    ['no s=', 's=-\r\n'],
    ['no t=', 't=0 0\r\n'],
    ['an empty s=', 's=-'],
    ['a name in Chinese', 's=-'],
    ['a time beyond its bounds', 't=0 0'],
  ])('has the lines of a session, in order: %s', (name, from) => {
    const to = name.includes('Chinese') ? 's=热线' : name.includes('time') ? 't=99999999999 0' : '';
    const lines = repaired(from, name.startsWith('an empty') ? 's=' : to).split('\r\n');
    expect(lines.slice(0, 4).map((line) => line.slice(0, 2))).toEqual(['v=', 'o=', 's=', 't=']);
    expect(lines[2]).toMatch(/^s=[ -~]+$/);
    expect(lines[3]).toBe('t=0 0');
  });

  it.each([
    'a=candidate:junk',
    'a=candidate:1 1 udp 1 127.0.0.1 70000 typ host',
    'a=extmap:0 urn:x',
    'a=extmap:300 urn:x',
    'a=fmtp:101',
    'a=rtpmap:x PCMA/8000',
    'a=rtpmap:8 PCMA',
    'a=rtpmap:128 opus/48000/2',
    'a=fmtp:300 x',
    'a=ssrc:x cname:y',
    'a= setup',
  ])('leaves out what a browser would refuse: %s', (line) => {
    expect(sdpForBrowser(`${GOOD}${line}\r\n`, 'offer')).toBe(sdpForBrowser(GOOD, 'offer'));
  });

  it.each(['TCP/DTLS/RTP/SAVPF', 'TCP/TLS/RTP/SAVPF', 'udp/tls/rtp/savpf'])('reads %s', (protocol) => {
    expect(repaired('UDP/TLS/RTP/SAVPF', protocol)).toBe(sdpForBrowser(GOOD, 'offer'));
  });

  it('says that RTP and RTCP share a port, and who may begin DTLS', () => {
    expect(repaired('a=rtcp-mux\r\n', '')).toMatch(/^a=rtcp-mux\r$/m);
    expect(repaired('a=setup:actpass\r\n', '')).toMatch(/^a=setup:actpass\r$/m);
    const answer = GOOD.replace('a=setup:actpass\r\n', '');
    expect(sdpForBrowser(answer, 'answer')).not.toContain('a=setup');
  });

  it('writes a fingerprint in capitals', () => {
    const lower = GOOD.replace(/(fingerprint:sha-256 )(.*)/, (_, name, hash) => name + hash.toLowerCase());
    expect(sdpForBrowser(lower, 'offer')).toBe(sdpForBrowser(GOOD, 'offer'));
  });

  it('knows only payload types of seven bits, and groups only sections that are there', () => {
    expect(repaired('8 0 101', '8 0 128')).toMatch(/SAVPF 8 0\r$/m);
    expect(repaired('t=0 0', 't=0 0\r\na=group:BUNDLE 0 x')).toMatch(/^a=group:BUNDLE 0\r$/m);
    expect(repaired('t=0 0', 't=0 0\r\na=group:BUNDLE x')).not.toContain('a=group');
  });

  it('names each section once, and gives each an address', () => {
    const refused = 'm=audio 0 RTP/AVP 0\r\n';
    const bare = GOOD.replace('c=IN IP4 127.0.0.1\r\n', '');
    const sdp = sdpForBrowser(bare.replace('m=audio', `${refused}m=audio`), 'offer');
    expect([...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid]) => mid)).toEqual(['section-0', '0']);
    expect(sdp.match(/^c=/gm)).toHaveLength(2);
    const twice = sdpForBrowser(declineMedia(`${GOOD}${AUDIO}`), 'offer');
    expect([...twice.matchAll(/^a=mid:(\S+)/gm)].map(([, mid]) => mid)).toEqual(['0', 'section-1']);
  });

  it('leaves what is no description to the browser', () => {
    expect(sdpForBrowser('hello', 'answer')).toBe('hello');
  });
});
