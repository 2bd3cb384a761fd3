import type { HoldOriginator } from '../../vocabulary/hold-originator.ts';
import type { MediaDirection } from './media-direction.ts';

interface Offer {
  readonly by: HoldOriginator;
  /** The transaction that carries the answer. */
  readonly transaction: string;
  readonly direction: MediaDirection;
}

/**
 * Which side holds a call, by offers and answers (RFC 3264 §8.4). An offer counts once it is
 * answered: a refused one changes nothing (RFC 3261 §14.1), which glare makes common.
 */
export class HoldTracker {
  readonly #holds: Record<HoldOriginator, boolean> = { local: false, remote: false };
  readonly #latest: Record<HoldOriginator, MediaDirection | null> = { local: null, remote: null };
  #offer: Offer | null = null;

  holds(side: HoldOriginator): boolean {
    return this.#holds[side];
  }

  /** An INVITE or UPDATE with a description. */
  onRequest(by: HoldOriginator, cseq: number, direction: MediaDirection | null): void {
    if (direction !== null) this.#offer = { by, transaction: `${by} ${cseq}`, direction };
  }

  /** A 2xx to it. Where the request made no offer, the response makes one (RFC 3264 §4). */
  onSuccess(requester: HoldOriginator, cseq: number, direction: MediaDirection | null): void {
    if (this.#offer?.transaction === `${requester} ${cseq}`) this.#conclude(direction);
    else if (direction !== null) {
      this.#offer = { by: otherThan(requester), transaction: `ACK ${cseq}`, direction };
    }
  }

  onAck(cseq: number, direction: MediaDirection | null): void {
    if (this.#offer?.transaction === `ACK ${cseq}` && direction !== null) this.#conclude(direction);
  }

  onFailure(requester: HoldOriginator, cseq: number): void {
    if (this.#offer?.transaction === `${requester} ${cseq}`) this.#offer = null;
  }

  #conclude(answer: MediaDirection | null): void {
    const offer = this.#offer;
    if (offer === null) return;
    this.#offer = null;
    const answerer = otherThan(offer.by);
    // A refresh repeats the direction that was agreed, and says nothing new.
    if (offer.direction !== this.#latest[offer.by]) {
      this.#holds[offer.by] = offer.direction === 'sendonly' || offer.direction === 'inactive';
    }
    this.#latest[offer.by] = offer.direction;
    if (answer === null) return;
    this.#holds[answerer] = answererHolds(offer.direction, answer) ?? this.#holds[answerer];
    this.#latest[answerer] = answer;
  }
}

/** A side that holds says so in its answers too (RFC 6337 §5.3); null where the offer decides. */
function answererHolds(offer: MediaDirection, answer: MediaDirection): boolean | null {
  if (answer === 'sendrecv' || answer === 'recvonly') return false;
  return offer === 'inactive' || offer === 'recvonly' ? null : true;
}

function otherThan(side: HoldOriginator): HoldOriginator {
  return side === 'local' ? 'remote' : 'local';
}
