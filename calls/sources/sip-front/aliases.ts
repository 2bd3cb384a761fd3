import { BoundedMap } from '../../bounded-map.ts';

/** Limits the memory: an alias is needed as long as its call, and no phone has a thousand calls. */
const MOST = 1_000;

/** What JsSIP's grammar reads without fail. */
const PLAIN =
  /^sip:(?:[\w.!~*'()&=+$,;?/-]|%[\da-f]{2})+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z][a-z\d-]*(?::\d{1,5})?(?:;[\w.!~*'()+-]+(?:=[\w.!~*'()+-]+)?)*$/i;
const PLAIN_IPV4 =
  /^sip:(?:(?:[\w.!~*'()&=+$,;?/-]|%[\da-f]{2})+@)?\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:;[\w.!~*'()+-]+(?:=[\w.!~*'()+-]+)?)*$/i;

/**
 * Stand-ins for URIs that the library cannot parse: tel: URIs, hosts without a dot, odd parameters.
 * The library sees `sip:N@alias.invalid`, and the server sees the URI as it sent it.
 */
export class Aliases {
  readonly #ofUri = new Map<string, string>();
  readonly #uris = new BoundedMap<string, string>(MOST, (_name, uri) => this.#ofUri.delete(uri));
  #count = 0;

  /** The URI itself where the library can read it. */
  toLibrary(uri: string): string {
    if (PLAIN.test(uri) || PLAIN_IPV4.test(uri)) return uri;
    const known = this.#ofUri.get(uri);
    if (known !== undefined) return known;
    this.#count += 1;
    // `lr`: as a route, an alias must not become a strict router (RFC 3261 §12.2.1.1).
    const loose = /;lr(?=[;=?]|$)/i.test(uri) ? ';lr' : '';
    const alias = `sip:alias-${this.#count}@alias.invalid${loose}`;
    this.#ofUri.set(uri, alias);
    this.#uris.set(`alias-${this.#count}`, uri);
    return alias;
  }

  /** A text of the library with the URIs as the server knows them. */
  toServer(text: string): string {
    if (!text.includes('@alias.invalid')) return text;
    return text.replace(
      /sip:(alias-\d+)@alias\.invalid(?:;lr)?/g,
      (alias, name: string) => this.#uris.get(name) ?? alias,
    );
  }
}
