import { cseqOf } from './cseq.ts';
import { header, type SipRequest } from './message.ts';
import { readNameAddress } from './name-address.ts';

/**
 * Returns what is missing or wrong in the required headers (RFC 3261 §8.1.1), as a reason phrase
 * for 400; null if the request is valid.
 */
export function requestFault(request: SipRequest): string | null {
  for (const name of ['via', 'from', 'to', 'call-id', 'cseq', 'max-forwards']) {
    const value = header(request, name);
    if (value === undefined || value === '') return `Missing ${name} header`;
  }
  for (const name of ['from', 'to']) {
    if (readNameAddress(header(request, name) ?? '') === null) return `Bad ${name} header`;
  }
  const cseq = cseqOf(request);
  if (cseq === undefined) return 'Bad cseq header';
  if (cseq.method !== request.method) return 'CSeq method does not match request';
  if (viaBranch(header(request, 'via') ?? '') === undefined) return 'Bad via header';
  return null;
}

/** The branch of the topmost Via, which identifies the transaction. */
export function viaBranch(via: string): string | undefined {
  return /^SIP\/2\.0\/[A-Z-]+\s[^,]*?;\s*branch=([^\s;,]+)/i.exec(via)?.[1];
}
