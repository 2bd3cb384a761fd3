import { readAddress } from '../sip/address.ts';
import { header, headerLines, headerValues, type SipHeader, type SipRequest } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { parseCSeq } from '../sip/request-fault.ts';

/** The front's own answer to a request; null lets the library handle it. */
export type RequestVerdict = {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: readonly SipHeader[];
} | null;

/** Methods that the phone handles, as JsSIP announces them in Allow. */
export const ALLOWED = 'INVITE, ACK, CANCEL, BYE, UPDATE, OPTIONS, REFER, INFO, NOTIFY';
const HANDLED: ReadonlySet<string> = new Set(ALLOWED.split(', '));
/** Known to us, and not for a phone: 405 (RFC 3261 §8.2.1). Any other method is 501 (§21.5.2). */
const KNOWN: ReadonlySet<string> = new Set(['REGISTER', 'SUBSCRIBE', 'PUBLISH', 'PRACK', 'MESSAGE']);

/** Extensions that a request may require (RFC 3261 §8.2.2.3). `100rel` is not among them. */
export const SUPPORTED: readonly string[] = ['ice', 'replaces', 'outbound', 'gruu', 'timer', 'path'];

/** The user part of RFC 3261 §25.1, with `#` and others escaped. */
const LEGAL_USER = /^(?:[\w.!~*'()&=+$,;?/-]|%[\da-f]{2})*(?::(?:[\w.!~*'()&=+$,-]|%[\da-f]{2})*)?$/i;

/**
 * Answers what the library would drop or answer wrongly. `inDialog` is false for a To tag of a
 * dialog that this phone does not have.
 */
export function requestVerdict(request: SipRequest, inDialog: boolean): RequestVerdict {
  const fault = faultOf(request);
  if (fault !== null) return { status: 400, reason: fault };
  const { method } = request;
  if (method === 'ACK' || method === 'CANCEL') return null;
  if (!/^[a-z][a-z\d+.-]*:./i.test(request.uri)) return { status: 400, reason: 'Bad Request-URI' };
  if (!/^(?:sips?|tel):/i.test(request.uri)) return { status: 416 };
  if (!HANDLED.has(method)) {
    return KNOWN.has(method)
      ? { status: 405, headers: [{ name: 'allow', value: ALLOWED }] }
      : { status: 501, headers: [{ name: 'allow', value: ALLOWED }] };
  }
  const lacking = headerValues(request, 'require').filter((tag) => !SUPPORTED.includes(tag.toLowerCase()));
  if (lacking.length > 0) {
    return { status: 420, headers: [{ name: 'unsupported', value: lacking.join(', ') }] };
  }
  const hasTag = tagOf(request, 'to') !== null;
  if (hasTag && !inDialog && method !== 'NOTIFY') return { status: 481 };
  if (!hasTag && ['BYE', 'UPDATE', 'INFO'].includes(method)) return { status: 481 };
  return contentVerdict(request);
}

function contentVerdict(request: SipRequest): RequestVerdict {
  const { method } = request;
  if (method === 'OPTIONS') {
    return {
      status: 200,
      headers: [
        { name: 'allow', value: ALLOWED },
        { name: 'accept', value: 'application/sdp' },
        { name: 'supported', value: SUPPORTED.join(', ') },
      ],
    };
  }
  if (method === 'NOTIFY' && (header(request, 'event') ?? '') === '') return { status: 489 };
  const encoding = header(request, 'content-encoding');
  if (request.body !== '' && encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return { status: 415, headers: [{ name: 'accept-encoding', value: 'identity' }] };
  }
  return null;
}

function faultOf(request: SipRequest): string | null {
  const cseq = parseCSeq(header(request, 'cseq') ?? '');
  if (cseq?.method !== request.method) return 'CSeq method does not match request';
  // RFC 3261 §7.3.1; with two of them nobody knows which call is meant.
  const repeated = ['from', 'to', 'call-id', 'cseq'].find((name) => headerLines(request, name).length > 1);
  if (repeated !== undefined) return `More than one ${repeated} header`;
  for (const name of ['from', 'to']) {
    const fault = addressFault(header(request, name) ?? '');
    if (fault !== null) return `Bad ${name} header`;
  }
  for (const contact of request.method === 'REGISTER' ? [] : headerValues(request, 'contact')) {
    if (addressFault(contact) !== null) return 'Bad contact header';
  }
  if (request.method === 'INVITE' && headerValues(request, 'contact').length === 0)
    return 'Missing contact header';
  const expires = header(request, 'session-expires');
  if (carriesTimer(request) && expires !== undefined && !/^\d{1,10}\s*(?:;.*)?$/.test(expires))
    return 'Bad session-expires header';
  if (tagOf(request, 'from') === '') return 'Bad from header';
  // RFC 3891 §3, RFC 3911 §4: nobody knows which call is meant.
  const named = ['replaces', 'join'].flatMap((name) => headerValues(request, name));
  if (request.method === 'INVITE' && named.length > 1) return 'More than one call to replace or join';
  return null;
}

function carriesTimer({ method }: SipRequest): boolean {
  return method === 'INVITE' || method === 'UPDATE';
}

function addressFault(value: string): 'unreadable' | 'illegal' | null {
  const address = readNameAddress(value);
  if (address === null) return 'unreadable';
  // Unquoted, a name consists of tokens (RFC 3261 §25.1).
  const unquoted = value.trimStart().startsWith('"') ? '' : (/^([^<]*)</.exec(value)?.[1] ?? '');
  if (!/^[\w\s.!%*+`'~-]*$/.test(unquoted)) return 'illegal';
  const uri = readAddress(address.uri);
  if (uri === null) return /^(?:sips?|tel):/i.test(address.uri) ? 'unreadable' : null;
  if (uri.scheme === 'tel') return null;
  const user = address.uri.includes('@') ? /^[^:]*:([^@]*)@/.exec(address.uri)?.[1] : '';
  return LEGAL_USER.test(user ?? '') ? null : 'illegal';
}
