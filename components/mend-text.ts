import { i18n } from '#i18n';
import type { Mend } from '../contract/phone-light.ts';

interface MendText {
  /** What is wrong, in the agent's words. */
  readonly says: string;
  /** The button that leads to the remedy. */
  readonly action: string;
}

/** What to mend, and the word on the button that leads there. */
export function mendText(mend: Mend): MendText {
  switch (mend) {
    case 'set-up':
      return { says: i18n.t('mend.setUp'), action: i18n.t('mend.openSettings') };
    case 'unlock':
      return { says: i18n.t('mend.unlock'), action: i18n.t('mend.toUnlock') };
    case 'password-missing':
      return { says: i18n.t('mend.passwordMissing'), action: i18n.t('mend.openSettings') };
    case 'password-wrong':
      return { says: i18n.t('mend.passwordWrong'), action: i18n.t('mend.openSettings') };
    case 'server-unreachable':
      return { says: i18n.t('mend.serverUnreachable'), action: i18n.t('mend.tryAgain') };
    case 'offline':
      return { says: i18n.t('mend.offline'), action: i18n.t('mend.tryAgain') };
    case 'registration-stale':
      return { says: i18n.t('mend.registrationStale'), action: i18n.t('mend.tryAgain') };
    case 'microphone-not-asked':
      return { says: i18n.t('mend.microphoneNotAsked'), action: i18n.t('mend.allow') };
    case 'microphone-not-remembered':
      return { says: i18n.t('mend.microphoneNotRemembered'), action: i18n.t('mend.allow') };
    case 'microphone-denied':
      return { says: i18n.t('mend.microphoneDenied'), action: i18n.t('mend.openSettings') };
    case 'microphone-missing':
      return { says: i18n.t('mend.microphoneMissing'), action: i18n.t('mend.check') };
    case 'ringer-silent':
      return { says: i18n.t('mend.ringerSilent'), action: i18n.t('mend.check') };
    case 'host-missing':
      return { says: i18n.t('mend.hostMissing'), action: i18n.t('mend.restart') };
    case 'storage-failed':
      return { says: i18n.t('mend.storageFailed'), action: i18n.t('mend.tryAgain') };
  }
}
