import type { CallEnd } from '../../call-end.ts';
import type { CallEvent, CallId, Instant } from '../../call-event.ts';
import { isSameParty, type RemoteParty } from '../../remote-party.ts';
import { HoldTracker } from './hold-tracker.ts';
import { TAP_LIMITS } from './tap-limits.ts';
import { WatchedTransfer } from './watched-transfer.ts';

/** An event of a call that is known. */
type Report<E> = E extends CallEvent ? Omit<E, 'call' | 'at'> : never;
type Begin = Report<Extract<CallEvent, { type: 'ringing' | 'dialling' }>>;

export interface CallStart {
  readonly id: CallId;
  readonly begin: Begin;
  /** For whom a diverted call rang first. */
  readonly diverted: RemoteParty | null;
  readonly sipCallId: string;
  readonly branch: string;
  readonly cseq: number;
  readonly at: Instant;
}

/**
 * One call as the messages of a page show it. `announced`: an INVITE came, and the page has not
 * rung yet.
 */
export class WatchedCall {
  readonly id: CallId;
  readonly sipCallId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly holds = new HoldTracker();
  readonly transfer: WatchedTransfer;
  /** Top Via branch of the INVITE, which tells a retransmission from a merged request. */
  branch: string;
  cseq: number;
  /** Of the side that did not send the INVITE, once the call is answered. */
  responderTag: string | null = null;
  /** The other side replaced the call by another one (RFC 3891). */
  isReplaced = false;
  /** The call whose attended transfer this one is joined by. */
  joinedBy: WatchedCall | null = null;
  state: 'announced' | 'ringing' | 'dialling' | 'established' | 'ended';
  /** When something is due that no message brings. */
  dueAt: Instant;
  /** The refusal that counts if the INVITE is not repeated. */
  refusal: CallEnd | null = null;
  /** The page rang: time of its first 18x. */
  rungAt: Instant | null = null;
  readonly #begin: Begin;
  readonly #diverted: RemoteParty | null;
  #party: RemoteParty;
  readonly #reported = new Map<string, CallEvent>();
  readonly #emit: (event: CallEvent) => void;
  readonly #reportedHolds = { local: false, remote: false };

  constructor(start: CallStart, emit: (event: CallEvent) => void) {
    this.id = start.id;
    this.direction = start.begin.type === 'ringing' ? 'inbound' : 'outbound';
    this.sipCallId = start.sipCallId;
    this.branch = start.branch;
    this.cseq = start.cseq;
    this.#begin = start.begin;
    this.#diverted = start.diverted;
    this.#party = start.begin.remoteParty;
    this.#emit = emit;
    this.transfer = new WatchedTransfer((event, at) => this.report(event, at));
    this.state = 'announced';
    this.dueAt = start.at + TAP_LIMITS.silentRingMs;
    if (this.direction === 'outbound') this.begin(start.at);
  }

  get remoteParty(): RemoteParty {
    return this.#party;
  }

  /** The events that describe a call that is up to somebody who missed them. */
  get history(): readonly CallEvent[] {
    return this.state === 'ended' ? [] : [...this.#reported.values()];
  }

  report(event: Report<CallEvent>, at: Instant): void {
    const whole: CallEvent = { ...event, call: this.id, at };
    const slot = 'holdOriginator' in whole ? `hold ${whole.holdOriginator}` : whole.type;
    // The newest of each kind says it all, however often the page holds and resumes.
    this.#reported.delete(slot);
    if (slot === 'transfer-started') this.#reported.delete('transfer-failed');
    this.#reported.set(slot, whole);
    this.#emit(whole);
  }

  /** The page rings or dials. */
  begin(at: Instant): void {
    if (this.state !== 'announced') return;
    this.state = this.#begin.type;
    this.dueAt = at + TAP_LIMITS.longestRingMs;
    this.report(this.#begin, at);
    if (this.#diverted !== null) this.report({ type: 'diverted', originalTarget: this.#diverted }, at);
  }

  answer(responderTag: string | null, at: Instant): void {
    if (this.state === 'established' || this.state === 'ended') return;
    this.begin(this.rungAt ?? at);
    this.state = 'established';
    this.dueAt = Number.POSITIVE_INFINITY;
    this.refusal = null;
    this.responderTag = responderTag;
    this.report({ type: 'answered' }, at);
  }

  /** Refused before it rang. */
  turnAway(sipStatus: number, at: Instant): void {
    const { remoteParty } = this;
    const queuedMs = this.#begin.type === 'ringing' ? this.#begin.queuedMs : null;
    this.state = 'ended';
    this.#emit({ type: 'turned-away', call: this.id, at, remoteParty, queuedMs, sipStatus });
  }

  /** A call that never rang ends without a word. */
  end(end: CallEnd, at: Instant): void {
    if (this.state === 'ended') return;
    if (this.state === 'announced' && this.rungAt !== null) this.begin(this.rungAt);
    if (this.state !== 'announced') this.#emit({ type: 'ended', call: this.id, at, end });
    this.state = 'ended';
  }

  nameParty(party: RemoteParty | null, at: Instant): void {
    if (party === null || this.state === 'ended' || this.state === 'announced') return;
    if (isSameParty(party, this.#party)) return;
    this.#party = party;
    this.report({ type: 'remote-party-changed', remoteParty: party }, at);
  }

  reportHolds(at: Instant): void {
    if (this.state !== 'established') return;
    for (const side of ['local', 'remote'] as const) {
      const holds = this.holds.holds(side);
      if (holds === this.#reportedHolds[side]) continue;
      this.#reportedHolds[side] = holds;
      this.report({ type: holds ? 'held' : 'resumed', holdOriginator: side }, at);
    }
  }
}
