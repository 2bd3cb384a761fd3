import type { CallId } from '../../call-event.ts';

const LONGEST = 128;

/**
 * The SIP Call-ID (RFC 3261 §8.1.1.4) as a plain key. The other side chose it, so its length is
 * limited, and every character but letters, digits and `. @ _ -` is escaped. Every source that sees
 * the call derives the same id.
 */
export function callIdOf(sipCallId: string): CallId {
  const plain = sipCallId.replace(/[^\w.@-]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return plain.slice(0, LONGEST);
}

/**
 * The same Call-ID may ring twice: a proxy that tries one agent after another repeats it (serial
 * forking, RFC 3261 §16.7). The second ring is a new call, so its id gets a number.
 */
export function freshCallId(sipCallId: string, isInUse: (id: CallId) => boolean): CallId {
  const first = callIdOf(sipCallId);
  let id = first;
  for (let round = 2; isInUse(id); round += 1) id = `${first}~${round}`;
  return id;
}
