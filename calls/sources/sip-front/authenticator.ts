import { BoundedMap } from '../../bounded-map.ts';
import type { SipCredentials } from '../../phone-account.ts';
import { header, headerLines, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import { authorization, type Challenge, chooseChallenge } from './digest.ts';
import { wasRaised } from './session-intervals.ts';

interface Account {
  readonly user: string;
  readonly credentials: SipCredentials;
}

/** How often in a row one request may be asked for its password with new nonces. */
const MOST_ROUNDS = 3;
/** Nonces in use; the registrar and each proxy have one at a time. */
const MOST_NONCES = 50;

const FIELDS = {
  401: { asks: 'www-authenticate', answers: 'authorization' },
  407: { asks: 'proxy-authenticate', answers: 'proxy-authorization' },
} as const;

const ANSWERS = ['authorization', 'proxy-authorization'] as const;

interface KnownNonce {
  readonly challenge: Challenge;
  count: number;
}

/**
 * Answers digest challenges in the library's place, which knows MD5 only and reads one header. The
 * library is shown a plain challenge with a name for a nonce; what it makes of it is replaced by
 * the real answer. So the library never holds the password.
 */
export class Authenticator {
  readonly #account: Account;
  readonly #token: () => string;
  readonly #nonces = new BoundedMap<string, KnownNonce>(MOST_NONCES);
  readonly #rounds = new BoundedMap<string, number>(MOST_NONCES);

  constructor(account: Account, token: () => string) {
    this.#account = account;
    this.#token = token;
  }

  /** The 401 or 407 for the library: with the one challenge that is to be answered, or none. */
  toLibrary(response: SipResponse, request: SipRequest | null): SipResponse {
    const fields = fieldsOf(response.status);
    if (fields === null) return response;
    const asked = this.#ask(response, request, fields);
    const headers = response.headers.filter(({ name }) => name !== fields.asks);
    if (asked === null) return { ...response, headers };
    return { ...response, headers: [...headers, { name: fields.asks, value: challengeOf(asked, request) }] };
  }

  /**
   * The response as a challenge, which makes the library send its request again. Credentials that
   * the request had stay in it.
   */
  askAgain(response: SipResponse, request: SipRequest): SipResponse {
    const name = this.#token();
    const { asks, answers } = FIELDS[407];
    const used = nonceIn(header(request, answers) ?? '');
    const known = [...this.#nonces.values()].find(({ challenge }) => challenge.nonce === used);
    if (known !== undefined) this.#nonces.set(name, known);
    const headers = response.headers.filter((entry) => entry.name !== asks);
    const value = challengeOf(name, request);
    return { ...response, status: 407, headers: [...headers, { name: asks, value }] };
  }

  /** A request of the library with real answers in place of its own. */
  toServer(request: SipRequest): SipRequest {
    const headers = request.headers.flatMap((entry): SipHeader[] => {
      if (!ANSWERS.some((name) => name === entry.name)) return [entry];
      const known = this.#nonces.get(nonceIn(entry.value) ?? '');
      return known === undefined ? [] : [{ name: entry.name, value: this.#answer(known, request) }];
    });
    return { ...request, headers };
  }

  /**
   * The header that answers a 401 or 407, for requests of the front itself. Null if the challenge
   * cannot be answered, or was answered before.
   */
  answerTo(response: SipResponse, request: SipRequest): SipHeader | null {
    const fields = fieldsOf(response.status);
    const asked = fields === null ? null : this.#ask(response, request, fields);
    const known = asked === null ? undefined : this.#nonces.get(asked);
    if (fields === null || known === undefined) return null;
    return { name: fields.answers, value: this.#answer(known, request) };
  }

  /** Remembers the challenge and gives its name; null if the phone must not answer it. */
  #ask(
    response: SipResponse,
    request: SipRequest | null,
    { asks, answers }: (typeof FIELDS)[401 | 407],
  ): string | null {
    const challenge = chooseChallenge(headerLines(response, asks), this.#account.credentials);
    if (challenge === null || request === null) return null;
    const given = header(request, answers);
    const used = nonceIn(given ?? '');
    // The same nonce again says that the password is wrong; a new one may only be older.
    if (used === challenge.nonce) return null;
    const key = `${header(request, 'call-id') ?? ''} ${request.method}`;
    const isFirst = ANSWERS.every((name) => header(request, name) === undefined);
    const rounds = isFirst ? 1 : (this.#rounds.get(key) ?? 0) + 1;
    this.#rounds.set(key, rounds);
    if (rounds > MOST_ROUNDS) return null;
    // A second new nonce without `stale` is a refusal in other words.
    if (given !== undefined && !challenge.stale && rounds > 2) return null;
    const name = this.#token();
    this.#nonces.set(name, { challenge, count: 0 });
    return name;
  }

  #answer(known: KnownNonce, { method, uri, body }: SipRequest): string {
    known.count += 1;
    const { user, credentials } = this.#account;
    const { challenge, count } = known;
    return authorization({ challenge, user, credentials, method, uri, body, cnonce: this.#token(), count });
  }
}

function nonceIn(answer: string): string | null {
  return /\bnonce="([^"]*)"/.exec(answer)?.[1] ?? null;
}

/** The library answers a second challenge to a request only if it says `stale`. */
function challengeOf(nonce: string, request: SipRequest | null): string {
  const again =
    request !== null && (wasRaised(request) || ANSWERS.some((name) => header(request, name) !== undefined));
  return `Digest realm="sip", nonce="${nonce}", algorithm=MD5, qop="auth"${again ? ', stale=true' : ''}`;
}

function fieldsOf(status: number): (typeof FIELDS)[401 | 407] | null {
  return status === 401 || status === 407 ? FIELDS[status] : null;
}
