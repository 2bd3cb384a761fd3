import { plainNumberText } from './plain-number-text.ts';
import type { TelephoneNumber } from './telephone-number.ts';
import { afterCountryCode, withoutTrunkZero } from './trunk-zero.ts';

const SCHEME = /^(tel|callto|sips?):(?:\/\/)?/i;
/** Visual separators (RFC 3966 §3), and spaces of links that were never checked. */
const SEPARATORS = /[\s().-]/g;
/** Fewer digits are no global number: 911 in the context of +1, 95000 in that of +86. */
const SHORTEST_GLOBAL = 10;

/**
 * The number in a `tel:`, `callto:` or SIP URI. That of a SIP URI with a host counts where it is
 * the same everywhere: global, or marked `user=phone` (RFC 3261 §19.1.6).
 */
export function readNumberUri(uri: string): TelephoneNumber | null {
  const scheme = SCHEME.exec(uri);
  if (scheme === null) return null;
  const [, name = ''] = scheme;
  const [rest = ''] = uri.slice(scheme[0].length).split('?');
  if (!/^sips?$/i.test(name)) return readSubscriber(rest);
  const at = rest.lastIndexOf('@');
  if (at === -1) return readSubscriber(rest);
  const subscriber = readSubscriber(rest.slice(0, at));
  const isPhone = /;user=phone(?:;|$)/i.test(rest.slice(at));
  return subscriber?.number.startsWith('+') === true || isPhone ? subscriber : null;
}

/**
 * A telephone-subscriber (RFC 3966 §3), as `tel:` URIs and the user part of SIP URIs contain it:
 * number, then parameters; a password may follow. Null if it is no number.
 */
export function readSubscriber(subscriber: string): TelephoneNumber | null {
  const [head = '', ...parameters] = subscriber.split(';');
  const decoded = decode(head.replace(/:.*$/, ''));
  if (decoded === null) return null;
  const digits = withoutTrunkZero(plainNumberText(decoded)).replace(SEPARATORS, '');
  if (!/^(?:\+\d{1,15}|(?=.*\d)[\d*#]{1,40})$/.test(digits) || /\*\*/.test(digits)) return null;
  const extension = decode(parameterOf(parameters, 'ext') ?? '')?.replace(SEPARATORS, '') ?? '';
  return {
    number: inContext(digits, decode(parameterOf(parameters, 'phone-context') ?? '')),
    extension: /^\d{1,8}$/.test(extension) ? extension : null,
  };
}

/**
 * A context of digits makes a local number global (RFC 3966 §5.1.5), unless the result is too short
 * to be one; a domain name only labels it.
 */
function inContext(number: string, context: string | null): string {
  const prefix = context?.replace(SEPARATORS, '') ?? '';
  if (number.startsWith('+') || !/^\+\d{1,14}$/.test(prefix) || !/^\d+$/.test(number)) return number;
  const code = prefix.slice(1);
  const national = afterCountryCode(number, code);
  // The local number may repeat the area code that the context names: 010… in +8610.
  const repeated = [1, 2, 3].find((length) => {
    const area = code.slice(length);
    return area !== '' && number.startsWith(`0${area}`);
  });
  const global = `+${repeated === undefined ? code : code.slice(0, repeated)}${national}`;
  return global.length > SHORTEST_GLOBAL && global.length <= 16 ? global : number;
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  const prefix = `${name}=`;
  const parameter = parameters.find((one) => one.toLowerCase().startsWith(prefix));
  // A password may follow the last parameter.
  return parameter?.slice(prefix.length).replace(/:.*$/, '');
}

/** Null where the escapes are malformed. */
function decode(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
