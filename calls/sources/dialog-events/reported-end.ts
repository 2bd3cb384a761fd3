import type { CallEnd } from '../../call-end.ts';
import { refusalCause } from '../../refusal-cause.ts';
import type { ReportedDialog } from './read-dialog-info.ts';

interface EndedCall {
  readonly direction: 'inbound' | 'outbound';
  readonly isAnswered: boolean;
}

/** How a call ended, by what its phone system says (RFC 4235 §3.7.1); many say nothing. */
export function reportedEnd(
  { direction, isAnswered }: EndedCall,
  ended: Pick<ReportedDialog, 'end' | 'code'> | undefined,
): CallEnd {
  const event = ended?.end ?? null;
  const sipStatus = ended?.code ?? null;
  if (event === 'error') {
    return { how: isAnswered ? 'broken' : 'failed', cause: 'signalling-failed', sipStatus };
  }
  if (isAnswered) {
    if (event === 'timeout') return { how: 'broken', cause: 'signalling-failed', sipStatus };
    // Where nothing says who hung up, it is not held against the agent.
    return { how: 'hung-up', by: event === 'local-bye' ? 'agent' : 'remote-party' };
  }
  if (event === 'timeout') return { how: 'no-answer' };
  return direction === 'inbound' ? endOfRinging(event, sipStatus) : endOfDialling(event, sipStatus);
}

function endOfRinging(event: ReportedDialog['end'], sipStatus: number | null): CallEnd {
  if (event === 'rejected') return { how: 'rejected', sipStatus: sipStatus ?? 603 };
  // Another phone picked the call up (RFC 3891).
  return event === 'replaced' ? { how: 'answered-elsewhere' } : { how: 'given-up' };
}

function endOfDialling(event: ReportedDialog['end'], sipStatus: number | null): CallEnd {
  if (event !== 'rejected') return { how: 'cancelled' };
  const status = sipStatus ?? 603;
  const cause = refusalCause({ sipStatus: status, reasons: [], rang: false });
  return cause === 'no-answer'
    ? { how: 'no-answer' }
    : { how: 'refused', sipStatus: status, cause, phrase: null };
}
