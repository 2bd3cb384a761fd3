import { header, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { parseMessage } from '../sip/parse-message.ts';
import { replyTo } from '../sip/reply-to.ts';

export type ReadFrame =
  /** `excess`: bytes behind the message, which may be another one that its server sent too. */
  | { readonly kind: 'message'; readonly message: SipMessage; readonly excess: number }
  | { readonly kind: 'keep-alive'; readonly reply: '\r\n' | null }
  /** `refuse`: what a reply needs could be read all the same; null if nothing can be replied. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly refuse: Refusal | null };

interface Refusal {
  readonly request: SipRequest;
  readonly status: 400 | 505 | 513;
}

/** A frame as a message (RFC 7118 §4.1: one message a frame). */
export function readFrame(frame: string): ReadFrame {
  // Bytes lose a byte order mark when they are decoded; a text has it still.
  const text = frame.replace(/^\uFEFF/, '');
  if (/^(?:\r\n)*$/.test(text)) return { kind: 'keep-alive', reply: text === '\r\n\r\n' ? '\r\n' : null };
  // RFC 3261 §7.5: empty lines before the start line are ignored.
  const message = text.replace(/^(?:\r\n)+/, '');
  const parsed = parseMessage(message);
  if (parsed.ok) return { kind: 'message', message: parsed.message, excess: parsed.excess };
  const request = salvage(message);
  return {
    kind: 'unreadable',
    reason: parsed.reason,
    refuse: request === null ? null : { request, status: statusFor(message, parsed.reason) },
  };
}

function statusFor(text: string, reason: string): Refusal['status'] {
  if (reason === 'longer than any message may be') return 513;
  return /^\S+ .* SIP\/(?!2\.0\s*\r?\n)\d+\.\d+\s*\r?\n/i.test(text) ? 505 : 400;
}

const NEEDED = ['via', 'from', 'to', 'call-id', 'cseq'];
const COMPACT: Readonly<Record<string, string>> = { v: 'via', f: 'from', t: 'to', i: 'call-id' };
const LONGEST_HEAD = 65_536;

/** The headers that a reply copies, of a request that is broken elsewhere. */
function salvage(text: string): SipRequest | null {
  const head = text.slice(0, LONGEST_HEAD).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const [startLine = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const method = /^([\w\-.!%*+`'~]+)\s+\S.*\sSIP\/\d+\.\d+\s*$/i.exec(startLine)?.[1];
  if (method === undefined || method === 'ACK') return null;
  const headers = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const long = COMPACT[name.toLowerCase()] ?? name.toLowerCase();
    return NEEDED.includes(long) && value !== '' ? [{ name: long, value }] : [];
  });
  const request: SipRequest = { kind: 'request', method, uri: '', headers, body: '' };
  return isAnswerable(request) ? request : null;
}

/** What a reply needs is there (RFC 3261 §8.2.6.2). Without it nobody could match the reply. */
export function isAnswerable(request: SipRequest): boolean {
  return (
    NEEDED.every((name) => (header(request, name) ?? '') !== '') &&
    /^\d+\s+\S+$/.test(header(request, 'cseq') ?? '') &&
    /^SIP\s*\/\s*\d\.\d\s*\/\s*\S+\s+\S/i.test(header(request, 'via') ?? '')
  );
}

export function refusal({ request, status }: Refusal, toTag: string): SipResponse {
  return replyTo(request, status, { toTag });
}
