import type { Instant } from '../../call-event.ts';
import { header, type SipRequest } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { partyOf } from '../sip-front/remote-identity.ts';

type TransferReport =
  | { readonly type: 'transfer-started'; readonly target: string; readonly kind: 'blind' | 'attended' }
  | { readonly type: 'transfer-failed'; readonly sipStatus: number | null };

/**
 * The transfer of one call by REFER (RFC 3515). Its response and its NOTIFYs may come late, in any
 * order, or not at all.
 */
export class WatchedTransfer {
  readonly #report: (event: TransferReport, at: Instant) => void;
  #state: 'none' | 'asked' | 'accepted' | 'failed' = 'none';
  #cseq = 0;
  #target = '';
  /** Of the last NOTIFY. */
  #notified: number | null = null;

  constructor(report: (event: TransferReport, at: Instant) => void) {
    this.#report = report;
  }

  /** Null while no transfer is under way. */
  get target(): string | null {
    return this.#state === 'asked' || this.#state === 'accepted' ? this.#target : null;
  }

  onRefer(request: SipRequest, cseq: number, at: Instant): void {
    const referTo = header(request, 'refer-to') ?? '';
    const target = partyOf(referTo).number;
    const isRepeated = this.target === target && cseq > this.#cseq && this.#state === 'asked';
    if (cseq <= this.#cseq) return;
    this.#cseq = cseq;
    this.#state = 'asked';
    this.#notified = null;
    this.#target = target;
    // The same REFER with credentials.
    if (isRepeated) return;
    const kind = referredCallId(request) === null ? 'blind' : 'attended';
    this.#report({ type: 'transfer-started', target, kind }, at);
  }

  onResponse(status: number, cseq: number, at: Instant): void {
    if (cseq !== this.#cseq || this.#state !== 'asked' || status < 200) return;
    if (status < 300) this.#state = 'accepted';
    else if (status !== 401 && status !== 407) this.#fail(status, at);
  }

  /** The body is the first line of a response (RFC 3515 §2.4.5). */
  onNotify(request: SipRequest, at: Instant): void {
    if (this.target === null || !/^\s*refer\b/i.test(header(request, 'event') ?? '')) return;
    const [, digits] = /^\s*SIP\/2\.0 +([1-6]\d\d)\b/.exec(request.body) ?? [];
    if (digits === undefined) return;
    const status = Number(digits);
    this.#state = 'accepted';
    this.#notified = status;
    if (status >= 300) this.#fail(status, at);
  }

  /** Whether a BYE of this side is the end of the transfer. */
  endsWithBye(by: 'local' | 'remote'): boolean {
    if (by === 'local') return this.target !== null;
    // The caller may hang up while the transfer is under way.
    return this.#state === 'accepted' && (this.#notified === null || this.#notified >= 200);
  }

  #fail(sipStatus: number, at: Instant): void {
    this.#state = 'failed';
    this.#report({ type: 'transfer-failed', sipStatus }, at);
  }
}

/** The Call-ID of the call that an attended transfer joins (RFC 5589 §7); null in a blind one. */
export function referredCallId(request: SipRequest): string | null {
  const uri = readNameAddress(header(request, 'refer-to') ?? '')?.uri ?? '';
  const [, replaces] = /[?&]replaces=([^&]*)/i.exec(uri) ?? [];
  if (replaces === undefined) return null;
  try {
    return decodeURIComponent(replaces).split(';', 1)[0]?.trim() ?? null;
  } catch {
    return null;
  }
}
