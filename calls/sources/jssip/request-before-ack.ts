import type { RTCSession } from 'jssip/lib/RTCSession';
import { internalsOf } from './jssip-types.ts';
import { offerIn, type SessionRequest } from './session-request.ts';
import { STATUS } from './session-status.ts';

const EARLY: ReadonlySet<number> = new Set([
  STATUS.inviteSent,
  STATUS.ringingThere,
  STATUS.ringingHere,
  STATUS.answering,
]);

/**
 * Answers requests that come before the dialog is confirmed, to which JsSIP says 403. True if the
 * request has its answer.
 */
export function answerEarly(session: RTCSession, request: SessionRequest): boolean {
  const inside = internalsOf(session);
  const status = Number(session.status);
  const isEarly = EARLY.has(status);
  if (request.method === 'BYE' && status === STATUS.answering) {
    // JsSIP ends a call by BYE while it rings, but not while the answer is prepared.
    inside._status = STATUS.ringingHere;
    return false;
  }
  if (!isEarly && status !== STATUS.notConfirmed) return false;
  const isOurs = status === STATUS.inviteSent || status === STATUS.ringingThere;
  if (request.method === 'BYE' && isOurs) {
    // RFC 3261 §15 forbids it. Another branch may still answer: the INVITE goes on.
    request.reply(200);
    return true;
  }
  if (request.method === 'INVITE' && !request.hasHeader('replaces')) {
    // RFC 3261 §14.2: 500 while theirs has no final answer; ours has none, or its ACK is to come.
    if (isEarly && !isOurs) refuseForNow(request);
    else request.reply(491);
    return true;
  }
  if (request.method !== 'UPDATE') return false;
  if (offerIn(request) === null) {
    const contact = inside._contact;
    request.reply(200, null, contact === null ? [] : [`Contact: ${contact}`]);
    // As JsSIP does later: the caller may have another name now (RFC 3325).
    session.emit('update', { request, callback: undefined, reject: () => {} });
    return true;
  }
  // RFC 3311 §5.2: 491 while an offer of this side has no answer, 500 while one of theirs has none.
  if (isOurs || inside._late_sdp) request.reply(491);
  else refuseForNow(request);
  return true;
}

function refuseForNow(request: SessionRequest): void {
  request.reply(500, null, ['Retry-After: 2']);
}
