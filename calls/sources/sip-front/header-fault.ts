import { readAddress } from '../sip/address.ts';
import { header, headerLines, headerValues, type SipRequest } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { parseCSeq } from '../sip/request-fault.ts';

/** The user part of RFC 3261 §25.1, with `#` and others escaped. */
const LEGAL_USER = /^(?:[\w.!~*'()&=+$,;?/-]|%[\da-f]{2})*(?::(?:[\w.!~*'()&=+$,-]|%[\da-f]{2})*)?$/i;

/** What is wrong with the headers of a request, as the reason phrase of 400; null if nothing. */
export function headerFault(request: SipRequest): string | null {
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
  if (named.length > 1) return 'More than one call to replace or join';
  if (named.length > 0 && (request.method !== 'INVITE' || tagOf(request, 'to') !== null))
    return 'Only a new call can replace or join another';
  return referFault(request);
}

/** RFC 3515 §2.4.2. */
function referFault(request: SipRequest): string | null {
  const [target, ...more] = request.method === 'REFER' ? headerValues(request, 'refer-to') : ['<sip:a@b>'];
  if (target === undefined || more.length > 0) return 'Not one Refer-To header';
  return addressFault(target) === null ? null : 'Bad refer-to header';
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
