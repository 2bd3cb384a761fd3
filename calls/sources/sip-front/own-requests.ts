import type { Clock } from '../clock.ts';
import { header, type SipRequest, type SipResponse } from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import type { Authenticator } from './authenticator.ts';

export type OwnAnswer =
  | { readonly ok: true; readonly response: SipResponse }
  | { readonly ok: false; readonly reason: 'no-answer' | 'offline' };

interface Needs {
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  readonly send: (request: SipRequest) => boolean;
  readonly token: () => string;
}

interface Waiting {
  readonly request: SipRequest;
  readonly resolve: (answer: OwnAnswer) => void;
  readonly cancel: () => void;
  readonly attempt: number;
}

const MOST_ATTEMPTS = 4;

/**
 * Requests that the library knows nothing of: the check that calls can arrive, the BYE of a call
 * that the browser forgot. Each gets an answer, or `no-answer` in the given time.
 */
export class OwnRequests {
  readonly #needs: Needs;
  readonly #waiting = new Map<string, Waiting>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** `request` without Via; its CSeq grows if a password is asked for. */
  send(request: SipRequest, limitMs: number): Promise<OwnAnswer> {
    return new Promise((resolve) => this.#attempt(request, limitMs, 1, resolve));
  }

  /** True if the response was to a request of this class. */
  receive(response: SipResponse): boolean {
    const branch = branchOf(response);
    const waiting = this.#waiting.get(branch);
    if (waiting === undefined) return false;
    if (response.status < 200) return true;
    this.#waiting.delete(branch);
    waiting.cancel();
    const { request, attempt, resolve } = waiting;
    const answer = this.#needs.authenticator.answerTo(response, request);
    if (answer === null || attempt >= MOST_ATTEMPTS) {
      resolve({ ok: true, response });
      return true;
    }
    const number = Number.parseInt(header(request, 'cseq') ?? '0', 10) + 1;
    const headers = request.headers
      .filter(({ name }) => name !== 'via' && name !== answer[0]?.name)
      .map((entry) =>
        entry.name === 'cseq' ? { name: 'cseq', value: `${number} ${request.method}` } : entry,
      );
    this.#attempt({ ...request, headers: [...headers, ...answer] }, ANSWER_AGAIN_MS, attempt + 1, resolve);
    return true;
  }

  /** The connection is gone. */
  clear(): void {
    for (const { cancel, resolve } of this.#waiting.values()) {
      cancel();
      resolve({ ok: false, reason: 'offline' });
    }
    this.#waiting.clear();
  }

  #attempt(
    request: SipRequest,
    limitMs: number,
    attempt: number,
    resolve: (answer: OwnAnswer) => void,
  ): void {
    const branch = `z9hG4bK${this.#needs.token()}`;
    const via = { name: 'via', value: `SIP/2.0/WSS phone.invalid;branch=${branch}` };
    const whole: SipRequest = { ...request, headers: [via, ...request.headers] };
    const cancel = this.#needs.clock.after(limitMs, () => {
      this.#waiting.delete(branch);
      resolve({ ok: false, reason: 'no-answer' });
    });
    this.#waiting.set(branch, { request: whole, resolve, cancel, attempt });
    if (this.#needs.send(whole)) return;
    cancel();
    this.#waiting.delete(branch);
    resolve({ ok: false, reason: 'offline' });
  }
}

/** Time for an answer that carries the password, ms. */
const ANSWER_AGAIN_MS = 5_000;
