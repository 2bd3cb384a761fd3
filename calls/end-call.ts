import type { Call, EndedCall } from './call.ts';
import type { CallEnd } from './call-end.ts';
import type { CallEvent } from './call-event.ts';
import { identityOf } from './call-identity.ts';
import { applied, type CallVerdict, impossible, REPEAT } from './call-verdict.ts';

/**
 * An answered call can no longer be missed, refused or answered elsewhere. Another window or
 * source that rang for the same call gets the proxy's CANCEL; its report must not end the call
 * answered here.
 */
export function endCall(call: Call, event: CallEvent & { type: 'ended' }): CallVerdict {
  if (call.state === 'ended') return REPEAT;
  if (call.state === 'established' && ONLY_UNANSWERED.has(event.end.how)) return impossible(call, event);
  return applied(ended(call, event));
}

const ONLY_UNANSWERED: ReadonlySet<CallEnd['how']> = new Set<CallEnd['how']>([
  'given-up',
  'answered-elsewhere',
  'rejected',
  'turned-away',
  'refused',
  'cancelled',
  'no-answer',
]);

function ended(call: Exclude<Call, EndedCall>, event: CallEvent & { type: 'ended' }): EndedCall {
  const answeredAt = call.state === 'established' ? call.answeredAt : null;
  return {
    ...identityOf(call),
    state: 'ended',
    answeredAt,
    endedAt: event.at,
    end: answeredAt === null ? beforeAnswer(event.end) : afterAnswer(event.end),
  };
}

/** A call that broke after its answer never reads as not reached, whatever its source says. */
function afterAnswer(end: CallEnd): CallEnd {
  return end.how === 'failed' ? { ...end, how: 'broken' } : end;
}

function beforeAnswer(end: CallEnd): CallEnd {
  return end.how === 'broken' ? { ...end, how: 'failed' } : end;
}
