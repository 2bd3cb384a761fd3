import type { Instant } from '../../call-event.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, type SipRequest } from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import { inboundStart, outboundStart } from './call-start.ts';
import { audioDirection } from './media-direction.ts';
import type { FrameDirection } from './tap-frame.ts';
import { TAP_LIMITS } from './tap-limits.ts';
import type { WatchedCall } from './watched-call.ts';
import type { WatchedCalls } from './watched-calls.ts';

/** An INVITE outside of a dialog: a call, or one that is repeated. */
export function readInvite(
  calls: WatchedCalls,
  invite: SipRequest,
  frame: FrameDirection,
  now: Instant,
): void {
  const direction = frame === 'sent' ? 'outbound' : 'inbound';
  const known = calls.withInvite(direction, invite);
  const cseq = cseqOf(invite)?.number ?? 0;
  if (known !== null) {
    // The same CSeq: a retransmission, or another branch of a fork (RFC 3261 §8.2.2.2).
    if (cseq <= known.cseq || known.state === 'established') return;
    known.cseq = cseq;
    known.branch = branchOf(invite);
    known.refusal = null;
    noteOffer(known, invite, cseq);
    if (known.state !== 'announced') known.dueAt = now + TAP_LIMITS.longestRingMs;
    return;
  }
  const start = direction === 'inbound' ? inboundStart(invite, now) : outboundStart(invite, now);
  noteOffer(calls.begin(direction, invite, start), invite, cseq);
  const replaced = calls.withCallId((header(invite, 'replaces') ?? '').split(';', 1)[0]?.trim() ?? '');
  if (direction === 'inbound' && replaced !== null) replaced.isReplaced = true;
}

function noteOffer(call: WatchedCall, invite: SipRequest, cseq: number): void {
  const requester = call.direction === 'outbound' ? 'local' : 'remote';
  call.holds.onRequest(requester, cseq, audioDirection(invite));
}
