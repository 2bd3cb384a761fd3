import type { CallEnd } from '../../call-end.ts';
import type { Instant } from '../../call-event.ts';
import { isAnsweredElsewhere } from '../jssip/sip-cause.ts';
import { headerValues, type SipRequest } from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import type { WatchedCall } from './watched-call.ts';

type Requester = 'local' | 'remote';

/** A CANCEL names the INVITE by its branch (RFC 3261 §9.1); after the answer it has no effect. */
export function endByCancel(call: WatchedCall, request: SipRequest, by: Requester, now: Instant): void {
  const isOfCaller = (by === 'local') === (call.direction === 'outbound');
  if (call.state === 'established' || !isOfCaller || branchOf(request) !== call.branch) return;
  call.end(by === 'local' ? { how: 'cancelled' } : withdrawn(request), now);
}

function withdrawn(request: SipRequest): CallEnd {
  const isElsewhere = isAnsweredElsewhere(headerValues(request, 'reason'));
  return { how: isElsewhere ? 'answered-elsewhere' : 'given-up' };
}

/** The first BYE ends the call; it needs no answer (RFC 3261 §15.1.1). */
export function endByBye(call: WatchedCall, by: Requester, now: Instant): void {
  call.end(endOf(call, by), now);
}

function endOf(call: WatchedCall, by: Requester): CallEnd {
  if (call.state !== 'established') {
    // An early dialog (RFC 3261 §15): only the caller may end it so.
    return call.direction === 'inbound' ? { how: 'given-up' } : { how: 'cancelled' };
  }
  const { transfer, joinedBy } = call;
  const target = transfer.endsWithBye(by) ? transfer.target : null;
  if (target !== null) return { how: 'transferred', target };
  // The other call of an attended transfer: its party talks with that call's one now.
  if (joinedBy?.transfer.target != null) {
    return { how: 'transferred', target: joinedBy.remoteParty.number };
  }
  if (call.isReplaced) return { how: 'hung-up', by: 'remote-party' };
  return { how: 'hung-up', by: by === 'local' ? 'agent' : 'remote-party' };
}

/**
 * Requests whose 408 or 481 ends the call; that of a REFER or NOTIFY ends its subscription only
 * (RFC 5057 §5.1).
 */
const OF_THE_CALL: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'INFO', 'PRACK', 'BYE']);

export function refusesDialog(status: number, method: string): boolean {
  return (status === 481 || status === 408) && OF_THE_CALL.has(method);
}
