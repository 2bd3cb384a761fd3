import { header, type SipMessage } from './message.ts';

export interface CSeq {
  readonly number: number;
  readonly method: string;
}

/** Undefined where a message has none that can be read. */
export function cseqOf(message: SipMessage): CSeq | undefined {
  return parseCSeq(header(message, 'cseq') ?? '');
}

export function parseCSeq(value: string): CSeq | undefined {
  const match = /^(\d{1,10})\s+([A-Za-z0-9\-.!%*_+`'~]+)$/.exec(value);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const number = Number(match[1]);
  return number < 2 ** 31 ? { number, method: match[2] } : undefined;
}
