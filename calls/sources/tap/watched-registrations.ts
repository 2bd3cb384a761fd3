import { BoundedMap } from '../../bounded-map.ts';
import type { Instant, PhoneEvent } from '../../call-event.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerValues, type SipRequest, type SipResponse } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
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
    if (response.status >= 300) this.#refuse(account, response, now);
    else if (isLeaving(account.request)) this.#lose(account, 'stopped', now);
    else {
      account.registeredUntil = now + lastsMs(account.request, response);
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
  const [answered, asked] = [response, request].map((one) => cseqOf(one));
  return answered !== undefined && answered.number === asked?.number;
}

/** `Expires: 0`, or the same in the Contact (RFC 3261 §10.2.2). */
function isLeaving(request: SipRequest): boolean {
  const contact = header(request, 'contact') ?? '';
  const expires = readNameAddress(contact)?.params.get('expires') ?? header(request, 'expires');
  return contact.trim() === '*' || Number(expires ?? 1) === 0;
}

/**
 * The longest lifetime that the answer names (RFC 3261 §10.2.1.1), or the request. Whose Contact
 * is whose does not matter: a registrar may list the page's one rewritten.
 */
function lastsMs(request: SipRequest, response: SipResponse): number {
  const seconds = [response, request].flatMap((message) => {
    const ofContacts = headerValues(message, 'contact').map(
      (value) => readNameAddress(value)?.params.get('expires') ?? '',
    );
    const named = [...ofContacts, header(message, 'expires') ?? ''].filter((text) => /^\d{1,10}$/.test(text));
    return named.length === 0 ? [] : [Math.max(...named.map(Number))];
  })[0];
  const ms = seconds === undefined ? TAP_LIMITS.usualRegistrationMs : seconds * 1000;
  return Math.min(ms, TAP_LIMITS.longestRegistrationMs);
}
