import { BoundedMap } from '../../bounded-map.ts';
import type { CallEvent, CallId } from '../../call-event.ts';
import { freshCallId } from '../jssip/call-id.ts';
import { header, type SipMessage } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import type { FrameDirection } from './tap-frame.ts';
import { TAP_LIMITS } from './tap-limits.ts';
import { type CallStart, WatchedCall } from './watched-call.ts';

type CallDirection = WatchedCall['direction'];

/** A call, and the side that sent the request of a message, or the request that it answers. */
export interface FoundCall {
  readonly call: WatchedCall;
  readonly requester: 'local' | 'remote';
}

/**
 * The calls of one page, by Call-ID and the tag of the side that sent the INVITE (RFC 3261 §12).
 * A page that calls itself has two with the same ones: they differ in their direction.
 */
export class WatchedCalls {
  readonly #calls: BoundedMap<string, WatchedCall>;
  /** Keys of ended calls: a late message is theirs. */
  readonly #ended = new BoundedMap<string, true>(TAP_LIMITS.endedCalls);
  /** An id names one call only, whatever becomes of its key. */
  readonly #usedIds = new BoundedMap<CallId, true>(2 * TAP_LIMITS.endedCalls);
  readonly #emit: (event: CallEvent) => void;

  constructor(emit: (event: CallEvent) => void, onDisplaced: (call: WatchedCall) => void) {
    this.#emit = emit;
    this.#calls = new BoundedMap(TAP_LIMITS.liveCalls, (_key, call) => onDisplaced(call));
  }

  get live(): readonly WatchedCall[] {
    return [...this.#calls.values()];
  }

  /** The call with an initial INVITE of this message, in its direction. */
  withInvite(direction: CallDirection, message: SipMessage): WatchedCall | null {
    return this.#calls.get(keyOf(direction, message, 'from')) ?? null;
  }

  /** Whether the message belongs to a call that has ended. */
  hasEnded(message: SipMessage, frame: FrameDirection): boolean {
    return keysOf(message, frame).some((key) => this.#ended.has(key));
  }

  begin(
    direction: CallDirection,
    message: SipMessage,
    start: Omit<CallStart, 'id' | 'sipCallId'>,
  ): WatchedCall {
    const key = keyOf(direction, message, 'from');
    const sipCallId = header(message, 'call-id') ?? '';
    const id = freshCallId(sipCallId, (id) => this.#usedIds.has(id));
    this.#usedIds.set(id, true);
    const call = new WatchedCall({ ...start, id, sipCallId }, this.#emit);
    this.#ended.delete(key);
    this.#calls.set(key, call);
    return call;
  }

  /** The call of a message inside a dialog; null if the page has none such. */
  find(message: SipMessage, frame: FrameDirection): FoundCall | null {
    const requester = isRequesterLocal(message, frame) ? 'local' : 'remote';
    const [ofRequester, ofOther] = keysOf(message, frame).map((key) => this.#calls.get(key));
    if (ofRequester !== undefined && isOfDialog(ofRequester, tagOf(message, 'to'))) {
      return { call: ofRequester, requester };
    }
    if (ofOther !== undefined && isOfDialog(ofOther, tagOf(message, 'from'))) {
      return { call: ofOther, requester };
    }
    return null;
  }

  withCallId(sipCallId: string): WatchedCall | null {
    return this.live.find((call) => call.sipCallId === sipCallId) ?? null;
  }

  /** Forgets the calls that have ended. */
  sweep(): void {
    for (const [key, call] of this.#calls) {
      if (call.state !== 'ended') continue;
      this.#calls.delete(key);
      this.#ended.set(key, true);
    }
  }
}

/** Several branches of a fork answer one INVITE, and the dialog is the answered one's. */
function isOfDialog({ responderTag }: WatchedCall, tag: string | null): boolean {
  return responderTag === null || tag === responderTag;
}

function isRequesterLocal(message: SipMessage, frame: FrameDirection): boolean {
  return (message.kind === 'request') === (frame === 'sent');
}

/** Either side of a dialog sends requests: the tag of the INVITE's sender is in From or in To. */
function keysOf(message: SipMessage, frame: FrameDirection): readonly [string, string] {
  return isRequesterLocal(message, frame)
    ? [keyOf('outbound', message, 'from'), keyOf('inbound', message, 'to')]
    : [keyOf('inbound', message, 'from'), keyOf('outbound', message, 'to')];
}

/** Long ids of the other side are cut: a page holds so many of them. */
function keyOf(direction: CallDirection, message: SipMessage, initiator: 'from' | 'to'): string {
  const callId = (header(message, 'call-id') ?? '').slice(0, 256);
  return `${direction}\n${callId}\n${(tagOf(message, initiator) ?? '').slice(0, 256)}`;
}
