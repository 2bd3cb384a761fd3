import { parseCSeq } from '../sip/cseq.ts';
import { quote, splitOutside } from '../sip/header-values.ts';
import {
  header,
  type SipHeader,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { writeMessage } from '../sip/write-message.ts';
import { Aliases } from './aliases.ts';

/** Headers without which the library could not handle a response. */
const NEEDED: ReadonlySet<string> = new Set(
  'via from to call-id cseq contact record-route content-type www-authenticate proxy-authenticate'.split(' '),
);

/**
 * Messages in the form that the library reads: one canonical Via, plain addresses, no odd types.
 */
export class LibraryForm {
  readonly #aliases = new Aliases();

  /** @param sdp the session description in place of the body; null leaves the body as it is. */
  request(request: SipRequest, uri: string, branch: string, sdp: string | null): string {
    const headers = this.#headers(request, sdp).filter(({ name, value }) => belongs(name, value, request));
    // Without a type the library refuses an INFO that only asks whether the call lives.
    const isBareInfo = request.method === 'INFO' && header(request, 'content-type') === undefined;
    const typed = isBareInfo ? [...headers, { name: 'content-type', value: 'text/plain' }] : headers;
    const body = sdp ?? (request.method === 'NOTIFY' ? outcomeIn(request) : request.body);
    return writeMessage({ ...request, uri, headers: [viaOf(branch), ...typed], body });
  }

  /**
   * A response, whole, or else with the least that is needed: what is optional may be what the
   * library cannot read. Undefined if it can read neither.
   */
  response(
    response: SipResponse,
    sdp: string | null,
    isReadable: (text: string) => boolean,
  ): string | undefined {
    const headers = [viaOf(branchOf(response)), ...this.#headers(response, sdp)];
    const whole = { ...response, headers, body: sdp ?? response.body };
    const text = writeMessage(whole);
    if (isReadable(text)) return text;
    const least = writeMessage({ ...whole, headers: headers.filter(({ name }) => NEEDED.has(name)) });
    return isReadable(least) ? least : undefined;
  }

  /** A text of the library with the addresses as the server knows them. */
  toServer(text: string): string {
    return this.#aliases.toServer(text);
  }

  #headers({ headers }: SipMessage, sdp: string | null): readonly SipHeader[] {
    return headers.flatMap(({ name, value }): SipHeader[] => {
      switch (name) {
        case 'via':
        case 'content-length':
          return [];
        case 'content-type':
          if (sdp === '') return [];
          return [{ name, value: sdp === null ? value : 'application/sdp' }];
        case 'max-forwards':
          return /^\d{1,3}$/.test(value) ? [{ name, value }] : [];
        case 'cseq':
          return [{ name, value: cseqOf(value) }];
        case 'record-route':
        case 'contact':
          return splitOutside(value, ',').flatMap((one) => {
            const address = this.#address(one) ?? this.#odd(one);
            return address === null ? [] : [{ name, value: address }];
          });
        case 'from':
        case 'to':
          return [{ name, value: this.#address(value) ?? value }];
        default:
          return [{ name, value }];
      }
    });
  }

  /** Null for what is no address. */
  #address(value: string): string | null {
    const address = readNameAddress(value);
    if (address === null) return null;
    const name = address.displayName === null ? '' : `${quote(address.displayName)} `;
    const params = [...address.params].map(
      ([key, text]) => `;${key}${text === '' ? '' : `=${asParam(text)}`}`,
    );
    return `${name}<${this.#aliases.toLibrary(address.uri)}>${params.join('')}`;
  }

  /**
   * An address against the grammar, such as `<sip:a@pbx;x="1=">`: its server understands it. A call
   * must not hang for it.
   */
  #odd(value: string): string | null {
    const uri = /<\s*(sips?:[^\s<>]+)\s*>/i.exec(value)?.[1];
    return uri === undefined ? null : `<${this.#aliases.toLibrary(uri)}>`;
  }
}

/** The methods in which the library needs a header; in all others it could only stumble over it. */
const ONLY_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ['refer-to', ['REFER']],
  ['replaces', ['INVITE']],
  ['event', ['NOTIFY']],
  ['session-expires', ['INVITE', 'UPDATE']],
  ['record-route', ['INVITE']],
  ['expires', ['INVITE']],
  ['www-authenticate', []],
  ['proxy-authenticate', []],
]);

/** The library makes a timer of Expires, in which a large number means: at once. */
const LONGEST_RING_S = 3_600;

function belongs(name: string, value: string, { method }: SipRequest): boolean {
  if (name === 'expires' && !(/^\d{1,10}$/.test(value) && Number(value) <= LONGEST_RING_S)) return false;
  return ONLY_IN.get(name)?.includes(method) ?? true;
}

/**
 * The outcome of a transfer (RFC 3515 §2.4.5). The library reads it only with a reason and before
 * CR LF. A subscription that ends without one is no success.
 */
function outcomeIn(notify: SipRequest): string {
  const [, status, reason = ''] = /^[ \t]*SIP\/2\.0[ \t]+(\d{3})\b[ \t]*([^\r\n]*)/im.exec(notify.body) ?? [];
  if (status !== undefined) return `SIP/2.0 ${status} ${reason.trim() || 'Status'}\r\n`;
  const isOver = /^terminated\b/i.test(header(notify, 'subscription-state') ?? '');
  return isOver ? 'SIP/2.0 500 No outcome\r\n' : '';
}

function viaOf(branch: string): SipHeader {
  return { name: 'via', value: `SIP/2.0/WSS front.invalid;branch=${branch}` };
}

function cseqOf(value: string): string {
  const cseq = parseCSeq(value);
  return cseq === undefined ? value : `${cseq.number} ${cseq.method}`;
}

/** A parameter's value: a token as it is, anything else quoted. */
function asParam(text: string): string {
  return /^[\w.!%*+`'~:[\]-]+$/.test(text) ? text : quote(text);
}
