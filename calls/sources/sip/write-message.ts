import type { SipHeader, SipMessage } from './message.ts';

/** Names whose usual spelling is not Title-Case. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['call-id', 'Call-ID'],
  ['cseq', 'CSeq'],
  ['min-se', 'Min-SE'],
  ['www-authenticate', 'WWW-Authenticate'],
]);

/**
 * The wire format, with Content-Length in bytes. Throws on a line break in a value: that is a bug
 * here.
 */
export function writeMessage(message: SipMessage): string {
  const startLine =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const length = String(new TextEncoder().encode(message.body).length);
  const headers = message.headers.filter(({ name }) => name !== 'content-length');
  const lines = [startLine, ...[...headers, { name: 'content-length', value: length }].map(writeHeader)];
  const broken = lines.find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) throw new Error(`Line break inside a header: ${JSON.stringify(broken)}`);
  return `${lines.join('\r\n')}\r\n\r\n${message.body}`;
}

function writeHeader({ name, value }: SipHeader): string {
  const spelled = SPELLINGS.get(name) ?? name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  return `${spelled}: ${value}`;
}
