import type { CallEnd } from '../../calls/call-end.ts';
import type { CallEvent, CallId, Instant } from '../../calls/call-event.ts';
import { isSameParty, type RemoteParty, remoteParty } from '../../calls/remote-party.ts';
import { clippedText } from '../../calls/vocabulary/bounded-text.ts';
import type { HoldOriginator } from '../../calls/vocabulary/hold-originator.ts';
import type { AdapterSignal } from './match-rules.ts';

export type CallDirection = 'inbound' | 'outbound';
type EndSignal = 'transferred' | 'ended' | 'missed' | 'answered-elsewhere' | 'rejected';

interface AdapterCallStart {
  readonly id: CallId;
  readonly key: string | null;
  readonly direction: CallDirection;
  readonly signal: AdapterSignal;
  readonly at: Instant;
}

/** One call of an adapter. Each method returns the events that are new. */
export class AdapterCall {
  readonly id: CallId;
  readonly direction: CallDirection;
  readonly startedAt: Instant;
  /** The product's id; learned later where the first signal has none. */
  key: string | null;
  answeredAt: Instant | null = null;
  #party: RemoteParty;
  #remoteRings = false;
  #muted = false;
  readonly #holds: Record<HoldOriginator, boolean> = { local: false, remote: false };
  /** The newest event of each kind. */
  readonly #reported = new Map<string, CallEvent>();

  constructor({ id, key, direction, signal, at }: AdapterCallStart) {
    this.id = id;
    this.key = key;
    this.direction = direction;
    this.startedAt = at;
    const party = remoteParty(signal.number ?? '', signal.name);
    this.#party = party;
    const called = signal.queue === null ? '' : clippedText(signal.queue, 64);
    const calledNumbers = called === '' ? {} : { calledNumbers: [called] };
    const common = { call: id, at, remoteParty: party, watchOnly: true } as const;
    this.#keep(
      direction === 'inbound'
        ? { type: 'ringing', ...common, queuedMs: null, ...calledNumbers }
        : { type: 'dialling', ...common },
    );
  }

  /** What somebody has to know who missed it. */
  get history(): readonly CallEvent[] {
    return [...this.#reported.values()];
  }

  /** Whether a signal without an id may be of this call. */
  mayBe({ event, direction, number }: AdapterSignal): boolean {
    if (direction !== null && direction !== this.direction) return false;
    const isBegin = event === 'ringing' || event === 'dialling';
    if (!isBegin) return true;
    if (event === 'dialling' && this.direction === 'inbound') return false;
    const isSameNumber = number === null || this.#party.number === '' || number === this.#party.number;
    return isSameNumber && this.answeredAt === null;
  }

  name({ event, number, name }: AdapterSignal, at: Instant): readonly CallEvent[] {
    const mayReplace = event === 'party';
    const known = this.#party;
    const party = remoteParty(
      number !== null && (mayReplace || known.number === '') ? number : known.number,
      name !== null && (mayReplace || known.displayName === null) ? name : known.displayName,
    );
    if (isSameParty(party, known)) return [];
    this.#party = party;
    return this.#keep({ type: 'remote-party-changed', call: this.id, at, remoteParty: party });
  }

  remoteRinging(at: Instant): readonly CallEvent[] {
    if (this.direction === 'inbound' || this.#remoteRings || this.answeredAt !== null) return [];
    this.#remoteRings = true;
    return this.#keep({ type: 'remote-ringing', call: this.id, at, earlyMedia: false });
  }

  answer(at: Instant): readonly CallEvent[] {
    if (this.answeredAt !== null) return [];
    this.answeredAt = at;
    return this.#keep({ type: 'answered', call: this.id, at });
  }

  hold(holdOriginator: HoldOriginator, isHeld: boolean, at: Instant): readonly CallEvent[] {
    if (this.answeredAt === null || this.#holds[holdOriginator] === isHeld) return [];
    this.#holds[holdOriginator] = isHeld;
    return this.#keep({ type: isHeld ? 'held' : 'resumed', call: this.id, at, holdOriginator });
  }

  mute(isMuted: boolean, at: Instant): readonly CallEvent[] {
    if (this.answeredAt === null || this.#muted === isMuted) return [];
    this.#muted = isMuted;
    return this.#keep({ type: isMuted ? 'muted' : 'unmuted', call: this.id, at });
  }

  /** How the call ended. Whose side is not said is the other one's: nobody is blamed for it. */
  endBy(event: EndSignal, { hungUpBy, number }: AdapterSignal): CallEnd {
    if (this.answeredAt !== null) {
      if (event === 'transferred') return { how: 'transferred', target: number ?? '' };
      return { how: 'hung-up', by: hungUpBy ?? 'remote-party' };
    }
    if (this.direction === 'outbound') {
      return hungUpBy === 'remote-party' || event === 'missed' ? { how: 'no-answer' } : { how: 'cancelled' };
    }
    if (event === 'answered-elsewhere') return { how: 'answered-elsewhere' };
    if (event === 'missed') return { how: 'no-answer' };
    if (event === 'rejected' || hungUpBy === 'agent') return { how: 'rejected', sipStatus: 603 };
    return { how: 'given-up' };
  }

  #keep(event: CallEvent): readonly CallEvent[] {
    const slot =
      event.type === 'held' || event.type === 'resumed'
        ? `hold ${event.holdOriginator}`
        : event.type === 'unmuted'
          ? 'muted'
          : event.type;
    this.#reported.delete(slot);
    this.#reported.set(slot, event);
    return [event];
  }
}
