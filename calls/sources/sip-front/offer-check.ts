import { attributes, type MediaSection, readDescription } from './media-sections.ts';

export type OfferCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'no-common-codec' | 'no-audio' | 'no-encryption' | 'no-ice' | 'unreadable';
    };

/**
 * Whether a browser can answer an SDP offer. JsSIP does not know before it tries, and with an offer
 * that cannot be answered it may wait for ever. The front checks the offer of the first INVITE, the
 * session that of a re-INVITE or UPDATE; both answer 488 (RFC 3261 §13.3.1.3) if it is not `ok`.
 *
 * Needed is one audio section with a codec of the browsers, a DTLS fingerprint (RFC 8827 §6.5) and
 * ICE credentials (RFC 8839 §5.4), its own or those of the session. ICE-lite, mDNS candidates and
 * no candidates at all are fine. An INVITE without a body carries no offer: do not ask here.
 */
export function checkOffer(sdp: string): OfferCheck {
  const description = readDescription(sdp);
  if (description === null) return { ok: false, reason: 'unreadable' };
  const audio = description.media.filter(isOfferedAudio);
  if (audio.length === 0) return { ok: false, reason: 'no-audio' };
  const known = audio.filter(hasKnownCodec);
  if (known.length === 0) return { ok: false, reason: 'no-common-codec' };
  const encrypted = known.filter(({ lines }) => hasFingerprint([...lines, ...description.session]));
  if (encrypted.length === 0) return { ok: false, reason: 'no-encryption' };
  const connectable = encrypted.some(({ lines }) => hasIceCredentials(lines, description.session));
  return connectable ? { ok: true } : { ok: false, reason: 'no-ice' };
}

/** Whether a browser can answer this section with audio. */
export function isAnswerable(section: MediaSection, session: readonly string[]): boolean {
  const { lines } = section;
  const isAudio = isOfferedAudio(section) && hasKnownCodec(section);
  return isAudio && hasFingerprint([...lines, ...session]) && hasIceCredentials(lines, session);
}

/** Port 0 means: not used (RFC 3264 §5.1), unless the section shares a transport (RFC 9143 §6). */
function isOfferedAudio({ kind, port, protocol, lines }: MediaSection): boolean {
  if (kind !== 'audio' || !/\bRTP\//i.test(protocol)) return false;
  return port !== 0 || attributes(lines, 'bundle-only').length > 0;
}

/** The audio codecs that every browser has (RFC 7874 §3, and G.722), and their static numbers. */
const CODECS: ReadonlySet<string> = new Set(['opus/48000/2', 'g722/8000', 'pcmu/8000', 'pcma/8000']);
const STATIC_TYPES: ReadonlySet<string> = new Set(['0', '8', '9']);

function hasKnownCodec({ formats, lines }: MediaSection): boolean {
  const mapped = new Map<string, string>();
  for (const value of attributes(lines, 'rtpmap')) {
    const [type = '', encoding = ''] = value.split(/\s+/);
    mapped.set(type, encoding.toLowerCase().replace(/^([^/]+\/\d+)\/1$/, '$1'));
  }
  // RFC 3551 §6: a payload type has seven bits.
  const possible = formats.filter((type) => Number(type) < 128);
  return possible.some((type) => {
    const encoding = mapped.get(type);
    return encoding === undefined ? STATIC_TYPES.has(type) : CODECS.has(encoding);
  });
}

/** RFC 8122 §5: a hash function that browsers know, and its bytes. */
const FINGERPRINT = /^sha-(?:1|224|256|384|512)\s+[0-9a-f]{2}(?::[0-9a-f]{2}){19,63}$/i;

function hasFingerprint(lines: readonly string[]): boolean {
  return attributes(lines, 'fingerprint').some((value) => FINGERPRINT.test(value));
}

function hasIceCredentials(own: readonly string[], session: readonly string[]): boolean {
  const value = (name: string) => attributes(own, name)[0] ?? attributes(session, name)[0] ?? '';
  return isBetween(value('ice-ufrag'), 4, 256) && isBetween(value('ice-pwd'), 22, 256);
}

function isBetween({ length }: string, least: number, most: number): boolean {
  return length >= least && length <= most;
}
