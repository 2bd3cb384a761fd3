import type { Instant } from '../../call-event.ts';
import type { SipResponse } from '../sip/message.ts';
import { branchOf, tagOf } from '../sip/message-ids.ts';
import { assertedParty } from '../sip-front/remote-identity.ts';
import { learnedInboundStart, outboundStart } from './call-start.ts';
import { audioDirection } from './media-direction.ts';
import { mayBeRetried, refusedByPage, refusedByRemote } from './refused-invite.ts';
import type { FrameDirection } from './tap-frame.ts';
import { TAP_LIMITS } from './tap-limits.ts';
import type { WatchedCall } from './watched-call.ts';
import type { WatchedCalls } from './watched-calls.ts';

/**
 * A response to an INVITE outside of a dialog. False for one inside a dialog. A page that was not
 * watched from the beginning shows its calls by them.
 */
export function readInviteResponse(
  calls: WatchedCalls,
  response: SipResponse,
  cseq: number,
  frame: FrameDirection,
  now: Instant,
): boolean {
  const direction = frame === 'received' ? 'outbound' : 'inbound';
  const known = calls.withInvite(direction, response) ?? learn(calls, response, frame, now);
  if (known === null || known.cseq !== cseq) return false;
  if (known.state === 'established') {
    // A retransmission, or another branch of a fork that answered too (RFC 3261 §13.2.2.4).
    return true;
  }
  if (direction === 'outbound') onRemoteResponse(known, response, cseq, now);
  else onPageResponse(known, response, cseq, now);
  return true;
}

/** A call that began before the page was watched; late messages of an ended one begin none. */
function learn(
  calls: WatchedCalls,
  response: SipResponse,
  frame: FrameDirection,
  now: Instant,
): WatchedCall | null {
  if (response.status >= 300 || calls.hasEnded(response, frame)) return null;
  if (calls.find(response, frame) !== null) return null;
  return frame === 'received'
    ? calls.begin('outbound', response, outboundStart(response, now))
    : calls.begin('inbound', response, learnedInboundStart(response, now));
}

function onRemoteResponse(call: WatchedCall, response: SipResponse, cseq: number, now: Instant): void {
  const { status } = response;
  if (status >= 300) {
    call.holds.onFailure('local', cseq);
    call.refusal = refusedByRemote(response, call.rungAt !== null);
    if (mayBeRetried(status)) call.dueAt = now + TAP_LIMITS.retryMs;
    else call.end(call.refusal, now);
    return;
  }
  if (status >= 200) {
    establish(call, response, cseq, 'local', now);
    return;
  }
  const earlyMedia = audioDirection(response) !== null;
  if (status !== 180 && !earlyMedia) return;
  call.rungAt ??= now;
  call.report({ type: 'remote-ringing', earlyMedia }, now);
}

function onPageResponse(call: WatchedCall, response: SipResponse, cseq: number, now: Instant): void {
  const { status } = response;
  // Another branch of the fork came here too, and was refused as merged.
  if (branchOf(response) !== call.branch || status === 100) return;
  if (status >= 300) {
    if (call.state === 'announced') call.turnAway(status, now);
    else call.end(refusedByPage(response), now);
    return;
  }
  if (status >= 200) {
    establish(call, response, cseq, 'remote', now);
    return;
  }
  if (call.state !== 'announced') return;
  call.rungAt ??= now;
  call.dueAt = Math.min(call.dueAt, now + TAP_LIMITS.ghostRingMs);
}

function establish(
  call: WatchedCall,
  response: SipResponse,
  cseq: number,
  requester: 'local' | 'remote',
  now: Instant,
): void {
  call.answer(tagOf(response, 'to'), now);
  if (requester === 'local') call.nameParty(assertedParty(response), now);
  call.holds.onSuccess(requester, cseq, audioDirection(response));
  call.reportHolds(now);
}
