/**
 * Parameters after `;`, names in lower case, quotes taken off; a parameter without a value is ''.
 */
export type Params = ReadonlyMap<string, string>;

/**
 * Cuts at `separator`, but never inside double quotes or angle brackets. Linear in the length of
 * the text.
 */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  let angled = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '<') angled = true;
    else if (char === '>') angled = false;
    else if (char === separator && !angled) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

export function parseParams(parts: readonly string[]): Params {
  const params = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (name !== '') params.set(name, equals === -1 ? '' : unquote(part.slice(equals + 1).trim()));
  }
  return params;
}

export function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const inner = text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
  return inner.replace(/\\(.)/g, '$1');
}

/**
 * A display name as a quoted-string (RFC 3261 §25.1). Line breaks cannot stand in one and become
 * spaces.
 */
export function quote(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

/** From, To, Contact, Refer-To: `"Name" <uri>;params` or `uri;params`. */
export interface NameAddr {
  readonly displayName: string | null;
  readonly uri: string;
  readonly params: Params;
}

/** Undefined if no URI can be made out. */
export function parseNameAddr(text: string): NameAddr | undefined {
  const [address = '', ...parts] = splitOutside(text, ';');
  const quoted = quotedLength(address);
  if (quoted === 0 && address.startsWith('"')) return undefined;
  const open = address.indexOf('<', quoted);
  if (open === -1)
    return isUri(address) ? { displayName: null, uri: address, params: parseParams(parts) } : undefined;
  const close = address.indexOf('>', open);
  const uri = address.slice(open + 1, Math.max(close, 0)).trim();
  if (close === -1 || !isUri(uri)) return undefined;
  const displayName = unquote(address.slice(0, open).trim());
  return { displayName: displayName === '' ? null : displayName, uri, params: parseParams(parts) };
}

/** Length of the quoted-string that the text begins with, or 0. */
function quotedLength(text: string): number {
  return /^\s*"(?:[^"\\]|\\.)*"/.exec(text)?.[0].length ?? 0;
}

function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(text);
}

export interface SipUri {
  readonly user: string;
  readonly host: string;
}

/**
 * User and host of a sip: or sips: URI, port, parameters and headers left aside; undefined for
 * other schemes.
 */
export function parseSipUri(uri: string): SipUri | undefined {
  const match = /^sips?:(?:([^@\s]*)@)?([^;?:\s]+)/i.exec(uri);
  if (match === null) return undefined;
  return { user: decode(match[1] ?? ''), host: (match[2] ?? '').toLowerCase() };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
