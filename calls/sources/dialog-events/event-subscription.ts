import { Backoff } from '../../timing/backoff.ts';
import type { Clock } from '../clock.ts';
import { cseqOf } from '../sip/cseq.ts';
import { parseParams } from '../sip/header-values.ts';
import { header, headerValues, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { readNameAddress } from '../sip/name-address.ts';
import type { OwnAnswer } from '../sip-front/own-requests.ts';

/** Subscribing over the registration of a SIP account. */
export interface Subscriber {
  send(request: SipRequest, limitMs: number): Promise<OwnAnswer>;
  /** The handler gets the NOTIFYs with this Call-ID, and gives the status of the answer. */
  expectNotify(callId: string, handle: (request: SipRequest) => number): () => void;
  contact(): string;
}

interface SubscriptionNeeds {
  readonly subscriber: Subscriber;
  readonly clock: Clock;
  readonly token: () => string;
  readonly random: () => number;
  /** `sip:` addresses: the account, and whose events are asked for. */
  readonly account: string;
  readonly target: string;
  /** The body of a NOTIFY; false if something is missing, and the whole state is wanted. */
  readonly onDocument: (body: string) => boolean;
  /** False: the server does not report anything, for now. */
  readonly onActive: (isActive: boolean) => void;
}

/** What requests inside the subscription need (RFC 3261 §12.1.2). */
interface NotifierDialog {
  readonly tag: string;
  readonly target: string;
  readonly routes: readonly string[];
}

const PACKAGE = 'dialog';
const BODY_TYPE = 'application/dialog-info+xml';
const ANSWER_MS = 5_000;
const WANTED_S = 600;
const LEAST_S = 60;
const LONGEST_S = 86_400;
/** Refreshes because of missing documents: no more than one in this time, ms. */
const REFRESH_PAUSE_MS = 2_000;
const RETRY = { leastMs: 2_000, firstMs: 5_000, longestMs: 300_000 } as const;

/**
 * A subscription to the dialogs of a phone (RFC 6665, RFC 4235), which is refreshed and begun anew
 * for as long as it is wanted. NOTIFY may come before the answer to SUBSCRIBE.
 */
export class EventSubscription {
  readonly #needs: SubscriptionNeeds;
  readonly #backoff: Backoff;
  #wanted = false;
  /** Names the present subscription: what belongs to an earlier one is late. */
  #callId = '';
  #localTag = '';
  #cseq = 0;
  #expiresS = WANTED_S;
  #dialog: NotifierDialog | null = null;
  #notified = 0;
  #refreshIsDue = false;
  #cancelNext: () => void = () => {};
  #forget: () => void = () => {};

  constructor(needs: SubscriptionNeeds) {
    this.#needs = needs;
    this.#backoff = new Backoff(RETRY, needs.random);
  }

  /** Subscribes anew: after a start, or on another connection. */
  start(): void {
    this.#drop();
    this.#wanted = true;
    const { subscriber, token } = this.#needs;
    this.#callId = `dialogs-${token()}`;
    this.#localTag = token();
    this.#cseq = 0;
    this.#notified = 0;
    this.#forget = subscriber.expectNotify(this.#callId, (request) => this.#receive(request));
    void this.#subscribe(this.#expiresS);
  }

  /** Asks for the whole state, soon. */
  refresh(): void {
    if (!this.#wanted || this.#refreshIsDue || this.#dialog === null) return;
    this.#refreshIsDue = true;
    this.#next(REFRESH_PAUSE_MS, () => void this.#subscribe(this.#expiresS));
  }

  /** The connection is gone, and the subscription with it. */
  pause(): void {
    this.#drop();
  }

  async stop(): Promise<void> {
    const wasActive = this.#dialog !== null;
    this.#wanted = false;
    this.#cancelNext();
    if (wasActive) await this.#needs.subscriber.send(this.#request(0), ANSWER_MS);
    this.#drop();
  }

  #drop(): void {
    this.#wanted = false;
    this.#cancelNext();
    this.#forget();
    this.#dialog = null;
    this.#refreshIsDue = false;
  }

  async #subscribe(expiresS: number): Promise<void> {
    this.#refreshIsDue = false;
    const callId = this.#callId;
    const answer = await this.#needs.subscriber.send(this.#request(expiresS), ANSWER_MS);
    if (!this.#wanted || callId !== this.#callId) return;
    if (!answer.ok) {
      this.#tryAgain(null);
      return;
    }
    const { response } = answer;
    // A challenge has raised the number.
    this.#cseq = Math.max(this.#cseq, cseqOf(response)?.number ?? 0);
    if (response.status < 300) this.#accepted(response, expiresS);
    else if (response.status === 423) {
      this.#expiresS = bounded(seconds(header(response, 'min-expires')) ?? 2 * expiresS);
      this.#tryAgain(null);
    } else if (response.status === 481) this.#beginAnew(RETRY.leastMs);
    else this.#tryAgain(seconds(header(response, 'retry-after')));
  }

  #accepted(response: SipResponse, askedS: number): void {
    this.#dialog ??= dialogOf(response, 'to', headerValues(response, 'record-route').toReversed());
    this.#backoff.reset();
    this.#needs.onActive(true);
    const expiresS = Math.min(seconds(header(response, 'expires')) ?? askedS, askedS);
    this.#next(bounded(expiresS) * 500, () => void this.#subscribe(this.#expiresS));
  }

  #receive(notify: SipRequest): number {
    const number = cseqOf(notify)?.number ?? 0;
    const [event = ''] = (header(notify, 'event') ?? '').toLowerCase().split(/[\s;]/);
    if (event !== PACKAGE) return 489;
    if (tagOf(notify, 'to') !== this.#localTag) return 481;
    this.#dialog ??= dialogOf(notify, 'from', headerValues(notify, 'record-route'));
    // Another server that the SUBSCRIBE was forked to (RFC 6665 §4.3).
    if (this.#dialog?.tag !== tagOf(notify, 'from')) return 481;
    if (number <= this.#notified) return 500;
    this.#notified = number;
    const status = this.#readBody(notify);
    const [state, ...params] = (header(notify, 'subscription-state') ?? '').toLowerCase().split(';');
    if (state?.trim() === 'terminated') this.#ended(parseParams(params));
    return status;
  }

  #readBody(notify: SipRequest): number {
    if (notify.body === '') return 200;
    const [type = ''] = (header(notify, 'content-type') ?? '').toLowerCase().split(/[\s;]/);
    if (type !== BODY_TYPE) return 415;
    if (!this.#needs.onDocument(notify.body)) this.refresh();
    return 200;
  }

  /** RFC 6665 §4.1.3. */
  #ended(params: ReadonlyMap<string, string>): void {
    const reason = params.get('reason');
    if (reason === 'deactivated' || reason === 'timeout') this.#beginAnew(RETRY.leastMs);
    else this.#tryAgain(seconds(params.get('retry-after')));
  }

  #tryAgain(retryAfterS: number | null): void {
    this.#needs.onActive(false);
    const wantedMs = Math.min(retryAfterS ?? 0, LONGEST_S) * 1000;
    this.#beginAnew(Math.max(this.#backoff.next(), wantedMs));
  }

  #beginAnew(pauseMs: number): void {
    this.#dialog = null;
    this.#forget();
    this.#refreshIsDue = false;
    this.#next(pauseMs, () => this.start());
  }

  #next(ms: number, task: () => void): void {
    this.#cancelNext();
    this.#cancelNext = this.#needs.clock.after(ms, task);
  }

  #request(expiresS: number): SipRequest {
    const { account, target, subscriber } = this.#needs;
    this.#cseq += 1;
    const to = this.#dialog === null ? `<${target}>` : `<${target}>;tag=${this.#dialog.tag}`;
    const headers: readonly SipHeader[] = [
      ...(this.#dialog?.routes ?? []).map((value) => ({ name: 'route', value })),
      { name: 'max-forwards', value: '70' },
      { name: 'from', value: `<${account}>;tag=${this.#localTag}` },
      { name: 'to', value: to },
      { name: 'call-id', value: this.#callId },
      { name: 'cseq', value: `${this.#cseq} SUBSCRIBE` },
      { name: 'contact', value: `<${subscriber.contact()}>` },
      { name: 'event', value: PACKAGE },
      { name: 'accept', value: BODY_TYPE },
      { name: 'expires', value: String(expiresS) },
    ];
    return { kind: 'request', method: 'SUBSCRIBE', uri: this.#dialog?.target ?? target, headers, body: '' };
  }
}

function dialogOf(
  message: SipRequest | SipResponse,
  side: 'from' | 'to',
  routes: readonly string[],
): NotifierDialog | null {
  const tag = tagOf(message, side);
  const target = readNameAddress(header(message, 'contact') ?? '')?.uri;
  return tag === null || target === undefined ? null : { tag, target, routes };
}

function bounded(expiresS: number): number {
  return Math.min(Math.max(expiresS, LEAST_S), LONGEST_S);
}

function seconds(text: string | undefined): number | null {
  const digits = /^\s*(\d{1,10})/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
