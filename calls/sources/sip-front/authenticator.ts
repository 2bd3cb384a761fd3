import { BoundedMap } from '../../bounded-map.ts';
import type { SipCredentials } from '../../phone-account.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerLines, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import { authorization, type Challenge, chooseChallenges } from './digest.ts';
import { wasRaised } from './session-intervals.ts';

interface Account {
  readonly user: string;
  readonly credentials: SipCredentials;
}

/** How often in a row one request may be asked for its password with new nonces. */
const MOST_ROUNDS = 3;
/** Questions in use; the registrar and each call have one at a time. */
const MOST_QUESTIONS = 50;

const FIELDS = {
  401: { asks: 'www-authenticate', answers: 'authorization' },
  407: { asks: 'proxy-authenticate', answers: 'proxy-authorization' },
} as const;

const ANSWERS = ['authorization', 'proxy-authorization'] as const;

interface KnownNonce {
  readonly challenge: Challenge;
  count: number;
}

/** What a request must prove: one nonce for each realm that asked. */
type Question = readonly KnownNonce[];

/**
 * Answers digest challenges in the library's place, which knows MD5 only and reads one header. The
 * library is shown a plain challenge with a name for a question; what it makes of it is replaced by
 * the real answers. So the library never holds the password.
 */
export class Authenticator {
  readonly #account: Account;
  readonly #token: () => string;
  readonly #questions = new BoundedMap<string, Question>(MOST_QUESTIONS);
  readonly #rounds = new BoundedMap<string, number>(MOST_QUESTIONS);
  /** What proved each INVITE, for its ACK (RFC 3261 §22.1). */
  readonly #proofs = new BoundedMap<string, readonly SipHeader[]>(MOST_QUESTIONS);

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
    const value = challengeOf(this.#name(asked), request);
    return { ...response, headers: [...headers, { name: fields.asks, value }] };
  }

  /**
   * The response as a challenge, which makes the library send its request again. Credentials that
   * the request had stay in it.
   */
  askAgain(response: SipResponse, request: SipRequest): SipResponse {
    const { asks, answers } = FIELDS[407];
    const name = this.#name(this.#given(request, answers));
    const headers = response.headers.filter((entry) => entry.name !== asks);
    const value = challengeOf(name, request);
    return { ...response, status: 407, headers: [...headers, { name: asks, value }] };
  }

  /** A request of the library with real answers in place of its own. */
  toServer(request: SipRequest): SipRequest {
    const invite = `${header(request, 'call-id') ?? ''} ${cseqOf(request)?.number ?? ''}`;
    if (request.method === 'ACK') {
      return { ...request, headers: [...request.headers, ...(this.#proofs.get(invite) ?? [])] };
    }
    const headers = request.headers.flatMap((entry): SipHeader[] => {
      if (!isAnswer(entry)) return [entry];
      const question = this.#questions.get(nonceIn(entry.value) ?? '') ?? [];
      return question.map((known) => ({ name: entry.name, value: this.#answer(known, request) }));
    });
    const proofs = headers.filter(isAnswer);
    if (request.method === 'INVITE' && proofs.length > 0) this.#proofs.set(invite, proofs);
    return { ...request, headers };
  }

  /**
   * The headers that answer a 401 or 407, for requests of the front itself. Null if the challenge
   * cannot be answered, or was answered before.
   */
  answerTo(response: SipResponse, request: SipRequest): readonly SipHeader[] | null {
    const fields = fieldsOf(response.status);
    const asked = fields === null ? null : this.#ask(response, request, fields);
    if (fields === null || asked === null) return null;
    this.#name(asked);
    return asked.map((known) => ({ name: fields.answers, value: this.#answer(known, request) }));
  }

  /** What the request is to prove next; null if the phone must not answer. */
  #ask(
    response: SipResponse,
    request: SipRequest | null,
    { asks, answers }: (typeof FIELDS)[401 | 407],
  ): Question | null {
    const challenges = chooseChallenges(headerLines(response, asks), this.#account.credentials);
    if (challenges.length === 0 || request === null) return null;
    const given = this.#given(request, answers);
    const before = ({ realm }: Challenge) => given.find(({ challenge }) => challenge.realm === realm);
    // The same nonce again says that the password is wrong; a new one may only be older.
    if (challenges.some((challenge) => before(challenge)?.challenge.nonce === challenge.nonce)) return null;
    const key = `${header(request, 'call-id') ?? ''} ${request.method}`;
    const isFirst = !request.headers.some(isAnswer);
    const rounds = isFirst ? 1 : (this.#rounds.get(key) ?? 0) + 1;
    this.#rounds.set(key, rounds);
    if (rounds > MOST_ROUNDS) return null;
    // A second new nonce without `stale` is a refusal in other words.
    const isRefusal = challenges.some((challenge) => before(challenge) !== undefined && !challenge.stale);
    if (isRefusal && rounds > 2) return null;
    // A proxy further on asks for its own realm; those before it go on asking for theirs.
    const others = given.filter(
      ({ challenge }) => !challenges.some(({ realm }) => realm === challenge.realm),
    );
    return [...others, ...challenges.map((challenge) => ({ challenge, count: 0 }))];
  }

  /** What a request has proved in this header. */
  #given(request: SipRequest, answers: (typeof ANSWERS)[number]): Question {
    const nonces = headerLines(request, answers).map(nonceIn);
    const given = [...this.#questions.values()]
      .flat()
      .filter(({ challenge }) => nonces.includes(challenge.nonce));
    return [...new Set(given)];
  }

  #name(question: Question): string {
    const name = this.#token();
    this.#questions.set(name, question);
    return name;
  }

  #answer(known: KnownNonce, { method, uri, body }: SipRequest): string {
    known.count += 1;
    const { user, credentials } = this.#account;
    const { challenge, count } = known;
    return authorization({ challenge, user, credentials, method, uri, body, cnonce: this.#token(), count });
  }
}

function isAnswer({ name }: SipHeader): boolean {
  return ANSWERS.some((answer) => answer === name);
}

function nonceIn(answer: string): string | null {
  return /\bnonce="([^"]*)"/.exec(answer)?.[1] ?? null;
}

/** The library answers a second challenge to a request only if it says `stale`. */
function challengeOf(name: string, request: SipRequest | null): string {
  const again = request !== null && (wasRaised(request) || request.headers.some(isAnswer));
  return `Digest realm="sip", nonce="${name}", algorithm=MD5, qop="auth"${again ? ', stale=true' : ''}`;
}

function fieldsOf(status: number): (typeof FIELDS)[401 | 407] | null {
  return status === 401 || status === 407 ? FIELDS[status] : null;
}
