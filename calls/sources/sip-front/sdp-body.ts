import { header, type SipMessage } from '../sip/message.ts';

/**
 * The session description that a message carries: of its own type, with any parameters, or as a
 * part of several (RFC 5621). `''` for no description, null for a body that must be understood and
 * is none.
 */
export function sdpOf(message: SipMessage): string | null {
  if (message.body === '') return '';
  const type = header(message, 'content-type');
  if (type === undefined) return message.body.startsWith('v=0') ? withLineEnds(message.body) : null;
  if (isSdp(type)) return withLineEnds(message.body);
  if (/^\s*multipart\//i.test(type)) return partOf(message.body, type);
  // RFC 3261 §20.11: what is optional may be ignored.
  return /;\s*handling\s*=\s*optional/i.test(header(message, 'content-disposition') ?? '') ? '' : null;
}

/** Browsers want CRLF after every line, the last one too (RFC 8866 §5). */
function withLineEnds(sdp: string): string {
  return sdp
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map((line) => `${line}\r\n`)
    .join('');
}

function isSdp(type: string): boolean {
  return /^\s*application\s*\/\s*sdp\s*(?:;|$)/i.test(type);
}

function partOf(body: string, type: string): string | null {
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const end = part.indexOf('\r\n\r\n');
    if (end === -1 || part.startsWith('--')) continue;
    const partType = /^content-type\s*:\s*(.*)$/im.exec(part.slice(0, end))?.[1] ?? '';
    // The line break before the next boundary belongs to it; a description ends with one.
    if (isSdp(partType)) return withLineEnds(part.slice(end + 4));
  }
  return null;
}
