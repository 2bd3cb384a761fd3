import { header, type SipMessage } from './message.ts';
import { readNameAddress } from './name-address.ts';

/** The branch of the top Via, which names the transaction (RFC 3261 §17); `''` without one. */
export function branchOf(message: SipMessage): string {
  return /;\s*branch\s*=\s*([^\s;,]+)/i.exec(header(message, 'via') ?? '')?.[1] ?? '';
}

/** The tag of From or To, which names one end of the dialog; null where there is none. */
export function tagOf(message: SipMessage, name: 'from' | 'to'): string | null {
  return readNameAddress(header(message, name) ?? '')?.params.get('tag') || null;
}
