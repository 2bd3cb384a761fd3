/** Session descriptions as gateways send them. Nobody listens at their candidates. */

const SESSION = ['v=0', 'o=- 3001 1 IN IP4 127.0.0.1', 's=-', 't=0 0'];
const TRANSPORT = [
  'c=IN IP4 127.0.0.1',
  'a=ice-ufrag:uf3A',
  'a=ice-pwd:0123456789abcdef0123456789',
  'a=fingerprint:sha-256 4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB:3B:10:CC:42:5A:77:DE:F1:23:45:67:89',
  'a=rtcp-mux',
];
const CANDIDATE = 'a=candidate:1 1 udp 2130706431 127.0.0.1 9 typ host';
const PCMA = ['a=rtpmap:8 PCMA/8000', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:101 telephone-event/8000'];

export function sdp(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

interface Offer {
  readonly direction?: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  readonly setup?: 'actpass' | 'active' | 'passive';
  /** Payload types of the audio line, and their attributes. */
  readonly codecs?: readonly [payloads: string, ...attributes: string[]];
  readonly port?: number;
  /** Attributes of the session or of the audio line. */
  readonly session?: readonly string[];
  readonly audio?: readonly string[];
  /** More media descriptions, each with its lines. */
  readonly more?: readonly (readonly string[])[];
  /** Replaces the usual candidate. */
  readonly candidates?: readonly string[];
  readonly mid?: string | null;
}

/** An offer of a WebRTC gateway, or its answer with `setup`. */
export function webrtcSdp(offer: Offer = {}): string {
  const [payloads, ...attributes] = offer.codecs ?? ['8 0 101', ...PCMA];
  return sdp(
    ...SESSION,
    ...(offer.session ?? []),
    `m=audio ${offer.port ?? 40_000} UDP/TLS/RTP/SAVPF ${payloads}`,
    ...TRANSPORT,
    `a=setup:${offer.setup ?? 'actpass'}`,
    ...(offer.mid === null ? [] : [`a=mid:${offer.mid ?? '0'}`]),
    ...attributes,
    `a=${offer.direction ?? 'sendrecv'}`,
    ...(offer.candidates ?? [CANDIDATE]),
    ...(offer.audio ?? []),
    ...(offer.more ?? []).flat(),
  );
}

/** An answer to the agent's offer: same media line, the mirrored direction. */
export function answerTo(offer: string, more: Offer = {}): string {
  const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(offer)?.[1] ?? 'sendrecv';
  const mirrored = { sendonly: 'recvonly', recvonly: 'sendonly', inactive: 'inactive' } as const;
  const mid = /^a=mid:(\S+)/m.exec(offer)?.[1] ?? null;
  const setup = /^a=setup:passive/m.test(offer) ? 'active' : 'passive';
  const answered = Object.entries(mirrored).find(([offered]) => offered === direction)?.[1] ?? 'sendrecv';
  return webrtcSdp({ setup, mid, direction: answered, ...more });
}

/** Payload 18 only: no browser has G.729. */
export const G729_ONLY = webrtcSdp({ codecs: ['18', 'a=rtpmap:18 G729/8000', 'a=fmtp:18 annexb=no'] });

/** An offer of a phone without WebRTC. */
export const PLAIN_RTP = sdp(
  ...SESSION,
  'c=IN IP4 127.0.0.1',
  'm=audio 40000 RTP/AVP 8 0 101',
  ...PCMA,
  'a=sendrecv',
);

/** A fax wants to speak (ITU-T T.38 annex D). */
export const T38 = sdp(
  ...SESSION,
  'c=IN IP4 127.0.0.1',
  'm=image 40002 udptl t38',
  'a=T38FaxVersion:0',
  'a=T38FaxRateManagement:transferredTCF',
);
