import { quote } from '../sip/header-values.ts';
import {
  header,
  type SipHeader,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { parseCSeq } from '../sip/request-fault.ts';
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
    const headers = [viaOf(branch), ...this.#headers(request, sdp)];
    return writeMessage({ ...request, uri, headers, body: sdp ?? request.body });
  }

  /**
   * A response, whole and with the least that is needed: what is optional may be what the library
   * cannot read.
   */
  responses(response: SipResponse, sdp: string | null): readonly string[] {
    const headers = [viaOf(branchOf(response)), ...this.#headers(response, sdp)];
    const whole = { ...response, headers, body: sdp ?? response.body };
    const least = { ...whole, headers: headers.filter(({ name }) => NEEDED.has(name)) };
    return [writeMessage(whole), writeMessage(least)];
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
        case 'from':
        case 'to':
        case 'contact':
        case 'record-route':
          return [{ name, value: this.#address(value) }];
        default:
          return [{ name, value }];
      }
    });
  }

  #address(value: string): string {
    const address = readNameAddress(value);
    // A list stays as it is: the library reads lists, and they hold no caller.
    if (address === null || /,/.test(value.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>/g, ''))) return value;
    const name = address.displayName === null ? '' : `${quote(address.displayName)} `;
    const params = [...address.params].map(
      ([key, text]) => `;${key}${text === '' ? '' : `=${asParam(text)}`}`,
    );
    return `${name}<${this.#aliases.toLibrary(address.uri)}>${params.join('')}`;
  }
}

/** The branch of the top Via, which names the transaction. */
export function branchOf(message: SipMessage): string {
  return /;\s*branch\s*=\s*([^\s;,]+)/i.exec(header(message, 'via') ?? '')?.[1] ?? '';
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
