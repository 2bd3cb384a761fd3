import { i18n } from '#i18n';
import type { CommandRefusal } from '../../../calls/call-command.ts';
import type { Instant } from '../../../calls/call-event.ts';
import { formatClock } from '../../../components/format-time.ts';

/** Until when customers rest, and that a second press calls anyway. */
export function quietHoursText(until: Instant): string {
  return i18n.t('refusal.quietHours', { time: formatClock(until) });
}

/** Why a command was refused, and what to do about it, in the agent's words. */
export function refusalText(reason: CommandRefusal): string {
  switch (reason) {
    case 'no-such-call':
      return i18n.t('refusal.noSuchCall');
    case 'wrong-state':
      return i18n.t('refusal.wrongState');
    case 'another-call-is-up':
      return i18n.t('refusal.anotherCall');
    case 'hold-refused':
      return i18n.t('refusal.holdRefused');
    case 'microphone-denied':
      return i18n.t('refusal.microphoneDenied');
    case 'no-microphone':
      return i18n.t('refusal.noMicrophone');
    case 'microphone-timeout':
      return i18n.t('refusal.microphoneTimeout');
    case 'timed-out':
      return i18n.t('refusal.timedOut');
    case 'offline':
      return i18n.t('refusal.offline');
    case 'not-registered':
      return i18n.t('refusal.notRegistered');
    case 'bad-target':
      return i18n.t('refusal.badTarget');
    case 'bad-tones':
      return i18n.t('refusal.badTones');
    case 'refused-by-remote':
      return i18n.t('refusal.refusedByRemote');
    case 'no-host':
      return i18n.t('refusal.noHost');
    case 'watch-only':
      return i18n.t('refusal.watchOnly');
    case 'script-steps-pending':
      return i18n.t('refusal.scriptUnfinished');
  }
}
