import type { RTCSession } from 'jssip/lib/RTCSession';
import type { Clock } from '../clock.ts';
import { NEGOTIATING } from '../sip/negotiating.ts';
import { declineMedia } from '../sip-front/decline-media.ts';
import { checkOffer } from '../sip-front/offer-check.ts';
import { internalsOf } from './jssip-types.ts';
import { LIMITS } from './limits.ts';
import { answerEarly } from './request-before-ack.ts';
import { isPending, offerIn, readRequest, type SessionRequest } from './session-request.ts';
import { STATUS } from './session-status.ts';

interface Guard {
  readonly session: RTCSession;
  readonly clock: Clock;
  /** Nothing more can be negotiated: a promise of WebRTC did not settle. */
  readonly onStuck: () => void;
}

/**
 * Sees to it that every request inside a session gets a final answer. JsSIP answers none while a
 * promise of WebRTC hangs, nor after this side hung up before the ACK; it processes an offer that
 * it has just refused with 491; and it cannot tell which offers a browser can answer.
 */
export function guardRequests({ session, clock, onStuck }: Guard): void {
  const inside = internalsOf(session);
  const terminate = session.terminate.bind(session);
  // JsSIP ends a call once the one that replaces it is confirmed, and throws if it is over by then.
  session.terminate = (options) => {
    if (!session.isEnded()) terminate(options);
  };
  let handle = inside.receiveRequest.bind(session);
  const waiting = new Set<SessionRequest>();
  const watch = (request: SessionRequest) => {
    waiting.add(request);
    clock.after(LIMITS.requestMs, () => {
      waiting.delete(request);
      if (!isPending(request)) return;
      request.reply(500, 'Not answered in time');
      onStuck();
    });
  };
  const receive = (arrived: object) => {
    const request = readRequest(arrived);
    // JsSIP goes on with an offer although its dialog has answered 491.
    if (request.server_transaction !== null && !isPending(request)) return;
    if (answerEarly(session, request) || refuseOffer(session, request) || refuseEvent(session, request))
      return;
    // A call that replaces this one: it rings, and is a session of its own.
    const isNewCall = request.method === 'INVITE' && request.hasHeader('replaces');
    try {
      if (isNewCall) replace(session, () => handle(arrived));
      else handle(arrived);
    } finally {
      if (!isNewCall && isPending(request)) {
        if (NEGOTIATING.has(request.method) && !session.isEnded()) watch(request);
        // 481 would end a call that goes on (RFC 5057 §5).
        else request.reply(request.method === 'BYE' ? 200 : session.isEnded() ? 481 : 500);
      }
    }
  };
  // JsSIP puts a handler of its own here when this side hangs up before the ACK.
  Object.defineProperty(session, 'receiveRequest', {
    configurable: true,
    get: () => receive,
    set: (next: typeof handle) => {
      handle = next;
    },
  });
  // RFC 3261 §15.1.2: pending requests are answered 487 when the call ends.
  const answerAll = () => {
    for (const request of waiting) if (isPending(request)) request.reply(487);
    waiting.clear();
  };
  session.on('ended', answerAll);
  session.on('failed', answerAll);
}

/** RFC 3261 §14.2, RFC 3311 §5.2: an offer that is not acceptable gets 488, the call goes on. */
function refuseOffer(session: RTCSession, request: SessionRequest): boolean {
  const offer = offerIn(request);
  if (!NEGOTIATING.has(request.method) || offer === null || !session.isEstablished()) return false;
  // JsSIP answers 415 for any other type.
  if (!/^application\/sdp\s*(?:;|$)/i.test(request.getHeader('Content-Type') ?? '')) return false;
  if (request.hasHeader('replaces')) return false;
  const check = checkOffer(offer);
  if (check.ok) {
    request.body = declineMedia(offer);
    return false;
  }
  request.reply(488, null, [`Warning: 305 localhost "${check.reason}"`]);
  return true;
}

/** RFC 6665 §4.1.3: an event of a transfer that is not under way. JsSIP says 400 or 403. */
function refuseEvent(session: RTCSession, request: SessionRequest): boolean {
  if (request.method !== 'NOTIFY' || Object.keys(internalsOf(session)._referSubscribers).length > 0)
    return false;
  request.reply(481);
  return true;
}

/**
 * JsSIP lets no call be replaced whose ACK has not come, or that rings at the other side; both may
 * be (RFC 3891 §3).
 */
function replace(session: RTCSession, handle: () => void): void {
  const inside = internalsOf(session);
  const before = inside._status;
  inside._status = STATUS.confirmed;
  try {
    handle();
  } finally {
    inside._status = before;
  }
}
