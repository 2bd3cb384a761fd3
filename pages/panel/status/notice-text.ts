import { i18n } from '#i18n';
import type { PhoneNotice } from '../../../contract/messages/phone-status.ts';

/** What works less well than it should, in the agent's words. */
export function noticeText(notice: PhoneNotice): string {
  switch (notice) {
    case 'microphone-lost':
      return i18n.t('notice.microphoneLost');
    case 'microphone-muted':
      return i18n.t('notice.microphoneMuted');
    case 'voice-silent':
      return i18n.t('notice.voiceSilent');
    case 'tone-silent':
      return i18n.t('notice.toneSilent');
    case 'chosen-microphone-missing':
      return i18n.t('notice.chosenMicrophoneMissing');
    case 'chosen-speaker-missing':
      return i18n.t('notice.chosenSpeakerMissing');
    case 'chosen-ringer-missing':
      return i18n.t('notice.chosenRingerMissing');
    case 'line-not-analysed':
      return i18n.t('notice.lineNotAnalysed');
    case 'turn-refused':
      return i18n.t('notice.turnRefused');
    case 'page-silent':
      return i18n.t('notice.pageSilent');
    case 'turn-unreachable':
      return i18n.t('notice.turnUnreachable');
    case 'turn-secret-missing':
      return i18n.t('notice.turnSecretMissing');
  }
}
