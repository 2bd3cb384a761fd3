import { splitOutside } from './header-values.ts';

/** Names in lower case without compact forms (RFC 3261 §7.3.3); values unfolded and trimmed. */
export interface SipHeader {
  readonly name: string;
  readonly value: string;
}

export interface SipRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  readonly headers: readonly SipHeader[];
  readonly body: string;
}

export interface SipResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly SipHeader[];
  readonly body: string;
}

export type SipMessage = SipRequest | SipResponse;

/** The first value of a header, or undefined. `name` is in lower case. */
export function header(message: SipMessage, name: string): string | undefined {
  return message.headers.find((entry) => entry.name === name)?.value;
}

/** All values of a header, in order, one per header line (a list in one line stays together). */
export function headerLines(message: SipMessage, name: string): readonly string[] {
  return message.headers.filter((entry) => entry.name === name).map((entry) => entry.value);
}

/** All values of a header that may be a list (RFC 3261 §7.3.1), in order. */
export function headerValues(message: SipMessage, name: string): readonly string[] {
  return headerLines(message, name)
    .flatMap((line) => splitOutside(line, ','))
    .filter((value) => value !== '');
}
