import {
  attributes,
  type MediaSection,
  readDescription,
  type SessionDescription,
  writeDescription,
} from '../sip-front/media-sections.ts';

/**
 * A description of the other side in the form that every browser reads. Gateways leave out lines
 * that RFC 8866 demands or write them in their own way, and a browser refuses the whole description
 * for one line that it could ignore: the call would ring, and end when it is answered.
 */
export function sdpForBrowser(sdp: string, type: 'offer' | 'answer'): string {
  const description = readDescription(sdp);
  if (description === null) return sdp;
  const mids = midsOf(description);
  const hasAddress = description.session.some((line) => line.startsWith('c='));
  const media = description.media.map((section, index): MediaSection => {
    const lines = section.lines.map(plain).flatMap(readable);
    return {
      ...section,
      protocol: protocolOf(section.protocol),
      formats: formatsOf(section),
      lines: [
        ...(hasAddress || lines.some((line) => line.startsWith('c=')) ? [] : ['c=IN IP4 0.0.0.0']),
        ...withMid(lines, mids[index] ?? null),
        ...transportOf(section, lines, description.session, type),
      ],
    };
  });
  return writeDescription({ session: sessionOf(description, mids), media });
}

/** RFC 8866 §5: `o=`, `s=` and `t=` are there, in order. Browsers ignore what they say. */
function sessionOf({ session }: SessionDescription, mids: readonly (string | null)[]): readonly string[] {
  const lines = session.map(plain).flatMap((line) => readable(line).map((one) => bundleOf(one, mids)));
  const find = (form: RegExp) => lines.find((line) => form.test(line));
  const rest = lines.filter((line) => !/^[vost]=/.test(line) && line !== '');
  const attributesAt = rest.findIndex((line) => /^[rzka]=/.test(line));
  const at = attributesAt === -1 ? rest.length : attributesAt;
  return [
    'v=0',
    find(/^o=\S+ \d+ \d+ IN IP[46] \S+$/) ?? 'o=- 0 0 IN IP4 0.0.0.0',
    find(/^s=./) ?? 's=-',
    ...rest.slice(0, at),
    find(/^t=\d{1,9} \d{1,9}$/) ?? 't=0 0',
    ...rest.slice(at),
  ];
}

/** Firefox reads no other characters than those of ASCII. */
function plain(line: string): string {
  return line.trimEnd().replace(/[^\x20-\x7e]/g, '-');
}

/** A group names sections that are there (RFC 9143 §7). */
function bundleOf(line: string, mids: readonly (string | null)[]): string {
  if (!line.startsWith('a=group:BUNDLE')) return line;
  const members = line.split(' ').slice(1);
  const known = members.filter((mid) => mids.includes(mid));
  return known.length === 0 ? '' : ['a=group:BUNDLE', ...known].join(' ');
}

/** What a browser demands of attributes that it reads; without them it manages as well. */
const FORMS: Readonly<Record<string, RegExp>> = {
  candidate:
    /^\S+ \d{1,5} \S+ \d{1,10} \S+ (?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]) typ \S/i,
  extmap: /^(?:[1-9]|1[0-4])(?:\/\w+)? \S/,
  fmtp: /^(?:\d{1,2}|1[01]\d|12[0-7]) \S/,
  rtpmap: /^(?:\d{1,2}|1[01]\d|12[0-7]) [^/\s]+\/\d{1,6}(?:\/\d{1,2})?$/,
  ssrc: /^\d{1,10} \S/,
};

/** The line, or none if a browser would stumble over it. */
function readable(line: string): readonly string[] {
  const [, name, value = ''] = /^a=([\w-]+)(?::(.*))?$/.exec(line) ?? [];
  if (line.startsWith('a=') && name === undefined) return [];
  const form = FORMS[name ?? ''];
  if (form !== undefined && !form.test(value)) return [];
  // Upper case by RFC 8122 §5; Firefox insists.
  if (name === 'fingerprint') return [line.replace(/ [\da-f:]+$/i, (hash) => hash.toUpperCase())];
  return [line];
}

/** RFC 8829 §5.1.2 names this one for every transport; Chromium refuses those of TCP. */
function protocolOf(protocol: string): string {
  const isSecure = /^(?:UDP|TCP)\/D?TLS\/RTP\/SAVPF$/i.test(protocol);
  return isSecure ? 'UDP/TLS/RTP/SAVPF' : protocol.toUpperCase();
}

/** RFC 3551 §6: a payload type has seven bits. At least one must be left. */
function formatsOf({ kind, formats }: MediaSection): readonly string[] {
  if (kind !== 'audio' && kind !== 'video') return formats;
  const possible = formats.filter((format) => /^\d{1,3}$/.test(format) && Number(format) < 128);
  return possible.length === 0 ? ['0'] : possible;
}

/** The sections' names, each one once: those in use keep theirs. Null where nobody has one. */
function midsOf({ media }: SessionDescription): readonly (string | null)[] {
  const given = media.map(({ lines }) => attributes(lines, 'mid')[0] ?? null);
  if (given.every((mid) => mid === null)) return given;
  const isUsed = (index: number) => media[index]?.port !== 0;
  const firstWith = (mid: string | null) => {
    const same = given.flatMap((one, index) => (one === mid ? [index] : []));
    return same.find(isUsed) ?? same[0];
  };
  return given.map((mid, index) => (mid !== null && firstWith(mid) === index ? mid : `section-${index}`));
}

function withMid(lines: readonly string[], mid: string | null): readonly string[] {
  return mid === null ? lines : [...lines.filter((line) => !line.startsWith('a=mid:')), `a=mid:${mid}`];
}

/**
 * What WebRTC always does although a gateway does not say so: RTP and RTCP on one port, and a role
 * in DTLS, which an offer leaves to the answer (RFC 8842 §5.2).
 */
function transportOf(
  { kind, port }: MediaSection,
  lines: readonly string[],
  session: readonly string[],
  type: 'offer' | 'answer',
): readonly string[] {
  if (kind !== 'audio' || port === 0) return [];
  const says = (name: string) => attributes(lines, name).length > 0;
  const setup = says('setup') || attributes(session, 'setup').length > 0;
  return [
    ...(says('rtcp-mux') ? [] : ['a=rtcp-mux']),
    ...(setup || type === 'answer' ? [] : ['a=setup:actpass']),
  ];
}
