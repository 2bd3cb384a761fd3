import { BoundedMap } from '../../calls/bounded-map.ts';
import type { CallEnd } from '../../calls/call-end.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../calls/call-event.ts';
import { freshCallId } from '../../calls/sources/jssip/call-id.ts';
import { AdapterCall, type CallDirection } from './adapter-call.ts';
import type { AdapterSignal } from './match-rules.ts';

const LIMITS = {
  live: 20,
  ended: 200,
  /** The end of a ring was missed. */
  longestRingMs: 300_000,
  /** The end of a call was missed. */
  longestCallMs: 43_200_000,
  /** Events of a call that come after its end. */
  lateMs: 3000,
} as const;

const NO_ANSWER: CallEnd = { how: 'no-answer' };

/**
 * The calls that an adapter's signals describe. Signals may be doubled, late, missing or invented:
 * the events are possible ones all the same. Pure but for what it remembers.
 */
export class AdapterCalls {
  readonly #prefix: string;
  readonly #calls = new Set<AdapterCall>();
  /** When calls ended, by the product's id. */
  readonly #ended = new BoundedMap<string, Instant>(LIMITS.ended);
  readonly #usedIds = new BoundedMap<string, true>(2 * LIMITS.ended);
  #phone: PhoneEvent | null = null;
  #events: (CallEvent | PhoneEvent)[] = [];

  /** `prefix` begins the ids of its calls. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  get history(): readonly (CallEvent | PhoneEvent)[] {
    const phone = this.#phone === null ? [] : [this.#phone];
    return [...phone, ...[...this.#calls].flatMap(({ history }) => history)];
  }

  get nextAt(): Instant {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#calls].map(dueAt));
  }

  get isIdle(): boolean {
    return this.#calls.size === 0;
  }

  apply(signal: AdapterSignal, now: Instant): readonly (CallEvent | PhoneEvent)[] {
    this.#events = [];
    this.#expire(now);
    if (signal.event === 'ready' || signal.event === 'not-ready') this.#reportPhone(signal.event, now);
    else this.#applyToCall(signal, now);
    return this.#events;
  }

  onTime(now: Instant): readonly CallEvent[] {
    const events: CallEvent[] = [];
    for (const call of this.#calls) if (dueAt(call) <= now) this.#end(call, NO_ANSWER, now, events);
    return events;
  }

  #expire(now: Instant): void {
    this.#events.push(...this.onTime(now));
  }

  #reportPhone(event: 'ready' | 'not-ready', at: Instant): void {
    const next: PhoneEvent =
      event === 'ready'
        ? { type: 'registered', at }
        : { type: 'registration-lost', cause: 'page-not-registered', at };
    if (this.#phone?.type === next.type) return;
    this.#phone = next;
    this.#events.push(next);
  }

  #applyToCall(signal: AdapterSignal, now: Instant): void {
    const call = this.#find(signal) ?? this.#begin(signal, now);
    if (call === null) return;
    if (call.key === null) call.key = signal.call;
    this.#events.push(...call.name(signal, now));
    switch (signal.event) {
      case 'remote-ringing':
        this.#events.push(...call.remoteRinging(now));
        return;
      case 'ringing':
        // The product has one word for both directions.
        if (call.direction === 'outbound') this.#events.push(...call.remoteRinging(now));
        return;
      case 'answered':
        this.#events.push(...call.answer(now));
        return;
      case 'held':
      case 'resumed':
        this.#events.push(...call.hold('local', signal.event === 'held', now));
        return;
      case 'held-by-remote':
      case 'resumed-by-remote':
        this.#events.push(...call.hold('remote', signal.event === 'held-by-remote', now));
        return;
      case 'muted':
      case 'unmuted':
        this.#events.push(...call.mute(signal.event === 'muted', now));
        return;
      case 'transferred':
      case 'ended':
      case 'missed':
      case 'answered-elsewhere':
      case 'rejected':
        this.#end(call, call.endBy(signal.event, signal), now, this.#events);
        return;
      case 'dialling':
      case 'party':
      case 'ready':
      case 'not-ready':
    }
  }

  /** The live call of a signal; by its order, where the product has no ids. */
  #find(signal: AdapterSignal): AdapterCall | null {
    const live = [...this.#calls].reverse();
    if (signal.call !== null) {
      const named = live.find(({ key }) => key === signal.call);
      if (named !== undefined) return named;
    }
    return (
      live.find((call) => (signal.call === null || call.key === null ? call.mayBe(signal) : false)) ?? null
    );
  }

  #begin(signal: AdapterSignal, now: Instant): AdapterCall | null {
    const direction = directionOf(signal);
    if (direction === null || this.#calls.size >= LIMITS.live) return null;
    const endedAt = signal.call === null ? undefined : this.#ended.get(signal.call);
    if (endedAt !== undefined && (signal.event === 'answered' || now - endedAt < LIMITS.lateMs)) return null;
    const id = freshCallId(`${this.#prefix}-${signal.call ?? now}`, (id) => this.#usedIds.has(id));
    this.#usedIds.set(id, true);
    const call = new AdapterCall({ id, key: signal.call, direction, signal, at: now });
    this.#calls.add(call);
    this.#events.push(...call.history);
    return call;
  }

  #end(call: AdapterCall, end: CallEnd, at: Instant, events: (CallEvent | PhoneEvent)[]): void {
    this.#calls.delete(call);
    if (call.key !== null) this.#ended.set(call.key, at);
    events.push({ type: 'ended', call: call.id, at, end });
  }
}

function dueAt({ answeredAt, startedAt }: AdapterCall): Instant {
  return answeredAt === null ? startedAt + LIMITS.longestRingMs : answeredAt + LIMITS.longestCallMs;
}

/** The direction of a call that a signal begins; null for one that begins none. */
function directionOf({ event, direction }: AdapterSignal): CallDirection | null {
  switch (event) {
    case 'ringing':
    case 'answered':
      return direction ?? 'inbound';
    case 'dialling':
    case 'remote-ringing':
      return 'outbound';
    default:
      return null;
  }
}
