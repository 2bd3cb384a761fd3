import { readAddress } from '../sip/address.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerLines, headerValues, type SipRequest } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { NEGOTIATING } from '../sip/negotiating.ts';

/** The user part of RFC 3261 §25.1, with `#` and others escaped. */
const LEGAL_USER = /^(?:[\w.!~*'()&=+$,;?/-]|%[\da-f]{2})*(?::(?:[\w.!~*'()&=+$,-]|%[\da-f]{2})*)?$/i;

/** What is wrong with the headers of a request, as the reason phrase of 400; null if nothing. */
export function headerFault(request: SipRequest): string | null {
  const cseq = cseqOf(request);
  if (cseq?.method !== request.method) return 'CSeq method does not match request';
  // RFC 3261 §7.3.1; with two of them nobody knows which call is meant.
  const repeated = ['from', 'to', 'call-id', 'cseq'].find((name) => headerLines(request, name).length > 1);
  if (repeated !== undefined) return `More than one ${repeated} header`;
  for (const name of ['from', 'to']) {
    if (isBadAddress(header(request, name) ?? '')) return `Bad ${name} header`;
  }
  for (const contact of request.method === 'REGISTER' ? [] : headerValues(request, 'contact')) {
    if (isBadAddress(contact)) return 'Bad contact header';
  }
  if (request.method === 'INVITE' && headerValues(request, 'contact').length === 0)
    return 'Missing contact header';
  const expires = header(request, 'session-expires');
  if (NEGOTIATING.has(request.method) && expires !== undefined && !/^\d{1,10}\s*(?:;.*)?$/.test(expires))
    return 'Bad session-expires header';
  // RFC 3891 §3, RFC 3911 §4: nobody knows which call is meant.
  const named = ['replaces', 'join'].flatMap((name) => headerValues(request, name));
  if (named.length > 1) return 'More than one call to replace or join';
  if (named.length > 0 && (request.method !== 'INVITE' || tagOf(request, 'to') !== null))
    return 'Only a new call can replace or join another';
  return referFault(request);
}

/** RFC 3515 §2.4.2. */
function referFault(request: SipRequest): string | null {
  if (request.method !== 'REFER') return null;
  const [target, ...more] = headerValues(request, 'refer-to');
  if (target === undefined || more.length > 0) return 'Not one Refer-To header';
  return isBadAddress(target) ? 'Bad refer-to header' : null;
}

/** True for what cannot be read, or what the grammar forbids. */
function isBadAddress(value: string): boolean {
  const address = readNameAddress(value);
  if (address === null) return true;
  // Unquoted, a name consists of tokens (RFC 3261 §25.1).
  const unquoted = value.trimStart().startsWith('"') ? '' : (/^([^<]*)</.exec(value)?.[1] ?? '');
  if (!/^[\w\s.!%*+`'~-]*$/.test(unquoted)) return true;
  const uri = readAddress(address.uri);
  if (uri === null) return /^(?:sips?|tel):/i.test(address.uri);
  if (uri.scheme === 'tel') return false;
  const user = address.uri.includes('@') ? /^[^:]*:([^@]*)@/.exec(address.uri)?.[1] : '';
  return !LEGAL_USER.test(user ?? '');
}
