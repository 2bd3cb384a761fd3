import { i18n } from '#i18n';
import { type CallEnd, type FailureCause, isBlocked, type RefusalCause } from '../../calls/call-end.ts';
import { refusalCause } from '../../calls/refusal-cause.ts';

/** Why an outbound call was not put through. A cause without words does not compile. */
const REFUSALS = {
  busy: () => i18n.t('end.refusal.busy'),
  'unknown-number': () => i18n.t('end.refusal.unknownNumber'),
  declined: () => i18n.t('end.refusal.declined'),
  'not-reachable': () => i18n.t('end.refusal.notReachable'),
  moved: () => i18n.t('end.refusal.moved'),
  codec: () => i18n.t('end.refusal.codec'),
  password: () => i18n.t('end.refusal.password'),
  'own-system': () => i18n.t('end.refusal.ownSystem'),
  cancelled: () => i18n.t('end.refusal.cancelled'),
} as const satisfies Record<RefusalCause, () => string>;

/** What broke, as the second half of a sentence. */
const FAILURES = {
  'connection-lost': () => i18n.t('end.failure.connectionLost'),
  'no-reply-from-server': () => i18n.t('end.failure.noReply'),
  'media-lost': () => i18n.t('end.failure.mediaLost'),
  'media-failed': () => i18n.t('end.failure.mediaFailed'),
  'answer-not-sent': () => i18n.t('end.failure.answerNotSent'),
  'answer-not-confirmed': () => i18n.t('end.failure.answerNotConfirmed'),
  stuck: () => i18n.t('end.failure.stuck'),
  'dialog-gone': () => i18n.t('end.failure.dialogGone'),
  'page-gone': () => i18n.t('end.failure.pageGone'),
  'microphone-denied': () => i18n.t('end.failure.microphone'),
  'signalling-failed': () => i18n.t('end.failure.signalling'),
  'no-common-codec': () => i18n.t('end.failure.codec'),
  'no-audio': () => i18n.t('end.failure.noAudio'),
  'no-encryption': () => i18n.t('end.failure.noEncryption'),
  'no-ice': () => i18n.t('end.failure.noIce'),
  'unreadable-offer': () => i18n.t('end.failure.unreadable'),
} as const satisfies Record<FailureCause, () => string>;

/** Why a transfer failed; null where nothing says it. */
export function transferFailureText(sipStatus: number | null): string | null {
  if (sipStatus === null) return null;
  const cause = refusalCause({ sipStatus, reasons: [], rang: true });
  return cause === 'no-answer' ? i18n.t('end.noAnswer') : REFUSALS[cause]();
}

/** How a call ended, in the agent's words. */
export function outcomeText(end: CallEnd): string {
  switch (end.how) {
    case 'hung-up':
      return end.by === 'agent' ? i18n.t('end.byAgent') : i18n.t('end.byCaller');
    case 'given-up':
      return i18n.t('end.givenUp');
    case 'answered-elsewhere':
      return i18n.t('end.elsewhere');
    case 'rejected':
      return i18n.t('end.rejected');
    case 'turned-away':
      return i18n.t(isBlocked(end) ? 'end.blocked' : 'end.turnedAway');
    case 'refused':
      return REFUSALS[end.cause]();
    case 'cancelled':
      return i18n.t('end.cancelled');
    case 'no-answer':
      return i18n.t('end.noAnswer');
    case 'transferred':
      return i18n.t('end.transferred');
    case 'failed':
      return i18n.t('end.failed', { why: FAILURES[end.cause]() });
    case 'broken':
      return i18n.t('end.broken', { why: FAILURES[end.cause]() });
    case 'lost':
      return i18n.t('end.lost');
  }
}
