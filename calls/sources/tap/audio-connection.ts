import type { Instant } from '../../call-event.ts';
import type { HoldOriginator } from '../../vocabulary/hold-originator.ts';
import { MEDIA_LIMITS } from './media-limits.ts';
import type { AudioFlow, MediaSample } from './media-sample.ts';

/** The audio of one peer connection over time: which sides send, and since when both do. */
export class AudioConnection {
  readonly #packets: Record<'in' | 'out', ReadonlyMap<number, number>> = { in: new Map(), out: new Map() };
  #sample: MediaSample;
  #receivedAt: Instant | null = null;
  #sentAt: Instant | null = null;
  #bothSince: Instant | null = null;
  /** Since when a silence may last as long as it may now: after an absence it counts anew. */
  #expectedSince: Instant = 0;
  #holders: ReadonlySet<HoldOriginator> = new Set();

  constructor(sample: MediaSample) {
    this.#sample = sample;
    this.#count('in', sample.received);
    this.#count('out', sample.sent);
  }

  /** The sides that hold, as far as the agreed direction says so. */
  get holders(): ReadonlySet<HoldOriginator> {
    return this.#holders;
  }

  apply(sample: MediaSample, at: Instant): void {
    const before = this.#longestSilence();
    this.#sample = sample;
    if (this.#count('in', sample.received)) this.#receivedAt = at;
    if (this.#count('out', sample.sent)) this.#sentAt = at;
    const areBothOn = isFresh(this.#receivedAt, at) && isFresh(this.#sentAt, at);
    this.#bothSince = areBothOn ? (this.#bothSince ?? at) : null;
    this.#holders = holdersOf(sample, this.#holders);
    if (this.#longestSilence() !== before) this.#expectedSince = at;
  }

  /** Since when both sides send, once that has lasted; null before. */
  get talkingSince(): Instant | null {
    const [since, received, sent] = [this.#bothSince, this.#receivedAt, this.#sentAt];
    if (since === null || received === null || sent === null) return null;
    return Math.min(received, sent) - since >= MEDIA_LIMITS.confirmMs ? since : null;
  }

  /** When the last packet passed before a silence that ends a call; null while there is none. */
  endedAt(now: Instant): Instant | null {
    const last = Math.max(this.#receivedAt ?? 0, this.#sentAt ?? 0);
    if (this.#sample.state === 'closed') return now;
    return now - Math.max(last, this.#expectedSince) >= this.#longestSilence() ? last : null;
  }

  /** Both are in this page, and one sends what the other receives. */
  leadsTo(other: AudioConnection): boolean {
    const [one, two] = [this.#sample, other.#sample];
    return meets(one.sent, two.received) || meets(two.sent, one.received);
  }

  #longestSilence(): number {
    if (this.#sample.state === 'away') return MEDIA_LIMITS.awayEndsMs;
    return this.#holders.size > 0 ? MEDIA_LIMITS.heldEndsMs : MEDIA_LIMITS.silentEndsMs;
  }

  /** Whether packets came since the sample before. A stream that is new counts from its second. */
  #count(way: 'in' | 'out', flows: readonly AudioFlow[]): boolean {
    const before = this.#packets[way];
    this.#packets[way] = new Map(flows.map(({ ssrc, packets }) => [ssrc, packets]));
    return flows.some(({ ssrc, packets }) => packets > (before.get(ssrc) ?? packets));
  }
}

function isFresh(at: Instant | null, now: Instant): boolean {
  return at !== null && now - at <= MEDIA_LIMITS.flowGapMs;
}

function meets(sent: readonly AudioFlow[], received: readonly AudioFlow[]): boolean {
  return sent.some(({ ssrc }) => received.some((other) => other.ssrc === ssrc));
}

/** A side that holds takes its own direction away (RFC 3264 §8.4). */
function holdersOf(
  { direction, offeredBy }: MediaSample,
  before: ReadonlySet<HoldOriginator>,
): ReadonlySet<HoldOriginator> {
  switch (direction) {
    case 'sendonly':
      return new Set(['local']);
    case 'recvonly':
      return new Set(['remote']);
    case 'inactive':
      return before.size > 0 ? before : new Set([offeredBy]);
    case 'sendrecv':
    case null:
      return new Set();
  }
}
