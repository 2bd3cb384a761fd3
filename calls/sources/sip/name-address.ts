import { type Params, parseParams, splitOutside, unquote } from './header-values.ts';

/** From, To, Contact, Refer-To, P-Asserted-Identity: `"Name" <uri>;params` or `uri;params`. */
export interface NameAddress {
  /** Without quotes and escapes; null if there is none. Any text: the sender's own claim. */
  readonly displayName: string | null;
  readonly uri: string;
  readonly params: Params;
}

/**
 * Reads every form that is sent: quoted, unquoted in any script, and a bare URI, whose parameters
 * then belong to the header (RFC 3261 §20). Null without a URI.
 */
export function readNameAddress(text: string): NameAddress | null {
  const [address = '', ...parts] = splitOutside(text, ';');
  const quoted = quotedLength(address);
  if (quoted === 0 && address.startsWith('"')) return null;
  const open = address.indexOf('<', quoted);
  if (open === -1)
    return isUri(address) ? { displayName: null, uri: address, params: parseParams(parts) } : null;
  const close = address.indexOf('>', open);
  const uri = address.slice(open + 1, Math.max(close, 0)).trim();
  if (close === -1 || !isUri(uri)) return null;
  const displayName = unquote(address.slice(0, open).trim());
  return { displayName: displayName === '' ? null : displayName, uri, params: parseParams(parts) };
}

/** Length of the quoted-string at the start of the text, or 0. */
function quotedLength(text: string): number {
  return /^\s*"(?:[^"\\]|\\.)*"/.exec(text)?.[0].length ?? 0;
}

function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(text);
}
