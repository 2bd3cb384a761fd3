import { type Params, parseParams, splitOutside } from './header-values.ts';

/** A sip: or sips: URI. User and password are decoded; the host is in lower case. */
export interface SipAddress {
  readonly scheme: 'sip' | 'sips';
  /** Null if the URI has none. */
  readonly user: string | null;
  readonly password: string | null;
  readonly host: string;
  readonly port: number | null;
  readonly params: Params;
}

/** A tel: URI (RFC 3966). The number is as written, with its visual separators. */
export interface TelAddress {
  readonly scheme: 'tel';
  readonly number: string;
  readonly params: Params;
}

const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9.])?)$/i;

/**
 * Reads a URI as leniently as it can be meant: `#`, spaces in percent-escapes and hosts without a
 * dot are common. Null for another scheme or a URI without a host.
 */
export function readAddress(uri: string): SipAddress | TelAddress | null {
  const [, scheme = '', rest = ''] = /^(sips?|tel):(.*)$/is.exec(uri.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'tel': {
      const [number = '', ...params] = rest.split(';');
      return number === '' ? null : { scheme: 'tel', number: decode(number), params: parseParams(params) };
    }
    case 'sip':
    case 'sips':
      return readSip(scheme.toLowerCase() === 'sip' ? 'sip' : 'sips', rest);
    default:
      return null;
  }
}

/** The user of a sip: URI or the number of a tel: URI; null if there is none. */
export function userOf(uri: string): string | null {
  const address = readAddress(uri);
  return address?.scheme === 'tel' ? address.number : (address?.user ?? null);
}

function readSip(scheme: 'sip' | 'sips', rest: string): SipAddress | null {
  // A user may hold `;`, `?` and `#`, but no `@` (RFC 3261 §25.1).
  const at = rest.indexOf('@');
  const hostPart = rest.slice(at + 1);
  const [hostPort = '', ...params] = splitOutside(hostPart.split('?', 1)[0] ?? '', ';');
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(hostPort) ?? [];
  if (!HOST.test(host) || Number(port ?? 0) > 65_535) return null;
  const userPart = at === -1 ? null : rest.slice(0, at);
  const colon = userPart?.indexOf(':') ?? -1;
  return {
    scheme,
    user: userPart === null ? null : decode(colon === -1 ? userPart : userPart.slice(0, colon)),
    password: userPart === null || colon === -1 ? null : decode(userPart.slice(colon + 1)),
    host: host.toLowerCase(),
    port: port === undefined ? null : Number(port),
    params: parseParams(params),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
