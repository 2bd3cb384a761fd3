import { type CallEnd, LONGEST_PHRASE } from '../../call-end.ts';
import { refusalCause } from '../../refusal-cause.ts';
import { clippedText } from '../../vocabulary/bounded-text.ts';
import { headerValues, type SipResponse } from '../sip/message.ts';

/** Statuses after which a phone repeats its INVITE: with credentials, another session interval. */
const RETRIED: ReadonlySet<number> = new Set([401, 407, 420, 421, 422, 494]);

/** Statuses by which a phone says that it could not answer, and not that nobody would. */
const NOT_ANSWERABLE: ReadonlySet<number> = new Set([415, 488, 606]);

export function mayBeRetried(status: number): boolean {
  return RETRIED.has(status);
}

/** The end of an outbound call whose INVITE got a final response other than 2xx. */
export function refusedByRemote(response: SipResponse, rang: boolean): CallEnd {
  const { status: sipStatus, reason } = response;
  const cause = refusalCause({ sipStatus, reasons: headerValues(response, 'reason'), rang });
  if (cause === 'no-answer') return { how: 'no-answer' };
  const phrase = reason === '' ? null : clippedText(reason, LONGEST_PHRASE);
  return { how: 'refused', sipStatus, cause, phrase };
}

/** The end of a call that rang in the page, by the page's final response. */
export function refusedByPage({ status: sipStatus }: SipResponse): CallEnd {
  if (sipStatus === 408) return { how: 'no-answer' };
  if (NOT_ANSWERABLE.has(sipStatus)) return { how: 'failed', cause: 'no-common-codec', sipStatus };
  const broke = sipStatus >= 500 && sipStatus < 600;
  if (broke) return { how: 'failed', cause: 'signalling-failed', sipStatus };
  return { how: 'rejected', sipStatus };
}
