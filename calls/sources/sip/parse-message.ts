import { header, type SipHeader, type SipMessage } from './message.ts';

/**
 * Larger than any normal SIP message with an SDP of many candidates; longer messages are refused
 * unread.
 */
export const MAX_MESSAGE_LENGTH = 65_536;

/** RFC 3261 §7.3.3 and the IANA registry of compact forms. */
const COMPACT_FORMS: ReadonlyMap<string, string> = new Map([
  ['b', 'referred-by'],
  ['c', 'content-type'],
  ['e', 'content-encoding'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['k', 'supported'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['o', 'event'],
  ['r', 'refer-to'],
  ['s', 'subject'],
  ['t', 'to'],
  ['u', 'allow-events'],
  ['v', 'via'],
  ['x', 'session-expires'],
]);

/** A line feed or a return alone ends no header, and must not begin one in what is sent on. */
const BROKEN_LINE = /[\r\n\0]/;
const VERSION = 'SIP/2.0';
const [CR, LF] = [13, 10];
const TOKEN = /^[A-Za-z0-9\-.!%*_+`'~]+$/;

export type ParsedMessage =
  /** `excess`: bytes after the body, line ends aside. They belong to no message. */
  | { readonly ok: true; readonly message: SipMessage; readonly excess: number }
  | { readonly ok: false; readonly reason: string };

/**
 * Parses a WebSocket frame (RFC 7118: one frame, one message) as a SIP message. It checks only the
 * syntax; {@link requestFault} checks the required headers, so that an incomplete request can be
 * answered with 400.
 */
export function parseMessage(text: string): ParsedMessage {
  if (text.length > MAX_MESSAGE_LENGTH) return refuse('longer than any message may be');
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return refuse('no empty line after the headers');
  const [startLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = parseHeaders(lines);
  if (!headers.ok) return headers;
  const started = parseStartLine(startLine);
  if (started === undefined) return refuse('start line is neither a request nor a status line');
  const message: SipMessage = { ...started, headers: headers.headers, body: text.slice(end + 4) };
  return withDeclaredLength(message);
}

function parseStartLine(line: string) {
  const [first = '', second = '', ...rest] = line.split(' ');
  // RFC 3261 §7.1: the version is read in any case.
  if (first.toUpperCase() === VERSION) {
    if (!/^[1-6]\d\d$/.test(second)) return undefined;
    // For people alone: no reason to lose a response.
    const reason = rest.join(' ').replace(/[\r\n\0]+/g, ' ');
    return { kind: 'response', status: Number(second), reason } as const;
  }
  if (rest.length !== 1 || rest[0]?.toUpperCase() !== VERSION || !TOKEN.test(first)) return undefined;
  if (second === '' || BROKEN_LINE.test(second)) return undefined;
  return { kind: 'request', method: first, uri: second } as const;
}

type ParsedHeaders =
  | { readonly ok: true; readonly headers: readonly SipHeader[] }
  | { readonly ok: false; readonly reason: string };

function parseHeaders(lines: readonly string[]): ParsedHeaders {
  const unfolded: string[] = [];
  for (const line of lines) {
    const folded = line.startsWith(' ') || line.startsWith('\t');
    const before = unfolded.at(-1);
    if (folded && before === undefined) return refuse('continuation line before the first header');
    if (folded) unfolded[unfolded.length - 1] = `${before} ${line.trim()}`;
    else unfolded.push(line);
  }
  const headers: SipHeader[] = [];
  for (const line of unfolded) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    if (!TOKEN.test(name)) return refuse('header line without a name');
    if (BROKEN_LINE.test(line)) return refuse('line break inside a header');
    headers.push({ name: COMPACT_FORMS.get(name) ?? name, value: line.slice(colon + 1).trim() });
  }
  return { ok: true, headers };
}

/** RFC 3261 §18.3: bytes beyond Content-Length are dropped, a shorter body is an error. */
function withDeclaredLength(message: SipMessage): ParsedMessage {
  const declared = header(message, 'content-length');
  if (declared === undefined) return { ok: true, message, excess: 0 };
  if (!/^\d{1,9}$/.test(declared)) return refuse('Content-Length is not a number');
  const bytes = new TextEncoder().encode(message.body);
  if (bytes.length < Number(declared)) return refuse('body shorter than Content-Length');
  const body = new TextDecoder().decode(bytes.subarray(0, Number(declared)));
  const excess = bytes.subarray(Number(declared)).filter((byte) => byte !== CR && byte !== LF).length;
  return { ok: true, message: { ...message, body }, excess };
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
