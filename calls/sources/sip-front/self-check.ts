import { isWithin } from '../../timing/is-within.ts';
import type { Clock } from '../clock.ts';
import type { SipRequest } from '../sip/message.ts';
import type { OwnRequests } from './own-requests.ts';

/** Whether calls can arrive, as far as it was proved. */
export type Reachability =
  /** Not checked yet, or the server does not send the check back: nothing is known. */
  | 'unproved'
  /** The last check came back. */
  | 'proved'
  /** It came back before on this connection, and does not any more. */
  | 'lost';

interface Needs {
  readonly account: { readonly user: string; readonly domain: string };
  readonly clock: Clock;
  readonly token: () => string;
  readonly front: {
    readonly own: Pick<OwnRequests, 'send'>;
    expectProbe(callId: string, arrived: () => void): () => void;
  };
  readonly onResult: (reachability: Reachability) => void;
}

const ANSWER_MS = 4_000;
/** A check for every other keep-alive: a proxy pays for each with a request and two answers. */
const EVERY_MS = 45_000;
/** One check may be lost in a busy moment. */
const MISSES_ALLOWED = 1;

/**
 * Sends OPTIONS to our own address: the registrar routes it like a call, and it comes back if calls
 * can. An answer without it proves nothing, because many servers answer OPTIONS themselves.
 */
export class SelfCheck {
  readonly #needs: Needs;
  #reachability: Reachability = 'unproved';
  #misses = 0;
  #checkedAt: number | null = null;
  #running = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get reachability(): Reachability {
    return this.#reachability;
  }

  /** The registrar confirmed the binding. */
  due(): void {
    const now = this.#needs.clock.now();
    const isNew = this.#checkedAt !== null && isWithin(EVERY_MS, this.#checkedAt, now);
    if (this.#running || (isNew && this.#misses === 0)) return;
    this.#checkedAt = now;
    void this.#check();
  }

  /** A new connection proves nothing yet. */
  restart(): void {
    this.#reachability = 'unproved';
    this.#misses = 0;
    this.#checkedAt = null;
  }

  async #check(): Promise<void> {
    this.#running = true;
    const { front, onResult, token } = this.#needs;
    const callId = `check-${token()}`;
    let arrived = false;
    const forget = front.expectProbe(callId, () => {
      arrived = true;
    });
    const answer = await front.own.send(this.#options(callId), ANSWER_MS);
    forget();
    this.#running = false;
    if (!answer.ok && answer.reason === 'offline') return;
    this.#reachability = this.#judge(arrived);
    onResult(this.#reachability);
  }

  #judge(arrived: boolean): Reachability {
    if (arrived) {
      this.#misses = 0;
      return 'proved';
    }
    if (this.#reachability === 'unproved') return 'unproved';
    this.#misses += 1;
    return this.#misses > MISSES_ALLOWED ? 'lost' : this.#reachability;
  }

  #options(callId: string): SipRequest {
    const { account, token } = this.#needs;
    const address = `sip:${account.user}@${account.domain}`;
    return {
      kind: 'request',
      method: 'OPTIONS',
      uri: address,
      headers: [
        { name: 'max-forwards', value: '70' },
        { name: 'from', value: `<${address}>;tag=${token()}` },
        { name: 'to', value: `<${address}>` },
        { name: 'call-id', value: callId },
        { name: 'cseq', value: '1 OPTIONS' },
        { name: 'accept', value: 'application/sdp' },
      ],
      body: '',
    };
  }
}
