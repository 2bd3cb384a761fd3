import { i18n } from '#i18n';
import type { CallEnd } from '../../calls/call-end.ts';

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
      return i18n.t('end.turnedAway');
    case 'refused':
      return i18n.t('end.refused');
    case 'cancelled':
      return i18n.t('end.cancelled');
    case 'no-answer':
      return i18n.t('end.noAnswer');
    case 'transferred':
      return i18n.t('end.transferred');
    case 'failed':
      return i18n.t('end.failed');
    case 'broken':
      return i18n.t('end.broken');
    case 'lost':
      return i18n.t('end.lost');
  }
}
