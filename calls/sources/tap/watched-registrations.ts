import { BoundedMap } from '../../bounded-map.ts';
import type { Instant, PhoneEvent } from '../../call-event.ts';
import { header, type SipRequest, type SipResponse } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { parseCSeq } from '../sip/request-fault.ts';
import { readRegistrarAnswer } from '../sip-front/registrar-answer.ts';
import { TAP_LIMITS } from './tap-limits.ts';

type LostCause = (PhoneEvent & { type: 'registration-lost' })['cause'];

interface Account {
  request: SipRequest;
  registeredUntil: Instant | null;
}

/**
 * The accounts that a page registers. It can be called while one of them is registered; the last
 * one's end is what the agent has to know.
 */
export class WatchedRegistrations {
  readonly #accounts = new BoundedMap<string, Account>(TAP_LIMITS.accounts);
  #registeredAt: Instant | null = null;
  readonly #emit: (event: PhoneEvent) => void;

  constructor(emit: (event: PhoneEvent) => void) {
    this.#emit = emit;
  }

  /** The newest registration that holds. */
  get history(): readonly PhoneEvent[] {
    const holds = [...this.#accounts.values()].some(({ registeredUntil }) => registeredUntil !== null);
    return holds && this.#registeredAt !== null ? [{ type: 'registered', at: this.#registeredAt }] : [];
  }

  get dueAt(): Instant {
    const times = [...this.#accounts.values()].map(({ registeredUntil }) => registeredUntil ?? Infinity);
    return Math.min(Infinity, ...times);
  }

  onRequest(request: SipRequest): void {
    const address = addressOf(request);
    const known = this.#accounts.get(address);
    if (known === undefined) this.#accounts.set(address, { request, registeredUntil: null });
    else known.request = request;
  }

  onResponse(response: SipResponse, now: Instant): void {
    const account = this.#accounts.get(addressOf(response));
    if (response.status < 200 || account === undefined || !answers(response, account.request)) return;
    const answer = readRegistrarAnswer(account.request, response);
    if (answer.binding === 'refused') this.#refuse(account, response, now);
    else if (isLeaving(account.request)) this.#lose(account, 'stopped', now);
    else if (answer.binding === 'missing') this.#lose(account, 'not-bound', now);
    else {
      const lastsMs = Math.min(answer.expiresS * 1000, TAP_LIMITS.longestRegistrationMs);
      account.registeredUntil = now + lastsMs;
      this.#registeredAt = now;
      this.#emit({ type: 'registered', at: now });
    }
  }

  onTime(now: Instant): void {
    for (const account of this.#accounts.values()) {
      if (account.registeredUntil !== null && account.registeredUntil <= now)
        this.#lose(account, 'stale', now);
    }
  }

  #refuse(account: Account, { status }: SipResponse, now: Instant): void {
    const isFirstChallenge =
      (status === 401 || status === 407) &&
      !account.request.headers.some(({ name }) => name === 'authorization' || name === 'proxy-authorization');
    // 423: the page asks for longer (RFC 3261 §21.4.17).
    if (isFirstChallenge || status === 423) return;
    if (status === 401 || status === 407) this.#lose(account, 'refused', now);
    else this.#lose(account, status === 403 ? 'forbidden' : 'stale', now);
  }

  #lose(account: Account, cause: LostCause, now: Instant): void {
    account.registeredUntil = null;
    const others = [...this.#accounts.values()].some(({ registeredUntil }) => registeredUntil !== null);
    if (!others) this.#emit({ type: 'registration-lost', cause, at: now });
  }
}

/** The address of record stands in To (RFC 3261 §10.2). */
function addressOf(message: SipRequest | SipResponse): string {
  return (readNameAddress(header(message, 'to') ?? '')?.uri ?? '').slice(0, 256);
}

function answers(response: SipResponse, request: SipRequest): boolean {
  const [answered, asked] = [response, request].map((one) => parseCSeq(header(one, 'cseq') ?? ''));
  return answered !== undefined && answered.number === asked?.number;
}

/** `Expires: 0`, or the same in the Contact (RFC 3261 §10.2.2). */
function isLeaving(request: SipRequest): boolean {
  const contact = header(request, 'contact') ?? '';
  const expires = readNameAddress(contact)?.params.get('expires') ?? header(request, 'expires');
  return contact.trim() === '*' || Number(expires ?? 1) === 0;
}
