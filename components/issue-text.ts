import { i18n } from '#i18n';
import type { PhoneIssue } from '../contract/messages/phone-status.ts';

interface IssueText {
  /** What is wrong, in the agent's words. */
  readonly says: string;
  /** Label of the button that leads to the fix. */
  readonly action: string;
}

/** What is wrong with the phone, and the label of the button that leads to the fix. */
export function issueText(issue: PhoneIssue): IssueText {
  switch (issue) {
    case 'set-up':
      return { says: i18n.t('issue.setUp'), action: i18n.t('issue.openSettings') };
    case 'unlock':
      return { says: i18n.t('issue.unlock'), action: i18n.t('issue.toUnlock') };
    case 'password-missing':
      return { says: i18n.t('issue.passwordMissing'), action: i18n.t('issue.openSettings') };
    case 'password-wrong':
      return { says: i18n.t('issue.passwordWrong'), action: i18n.t('issue.openSettings') };
    case 'server-unreachable':
      return { says: i18n.t('issue.serverUnreachable'), action: i18n.t('issue.tryAgain') };
    case 'offline':
      return { says: i18n.t('issue.offline'), action: i18n.t('issue.tryAgain') };
    case 'registration-stale':
      return { says: i18n.t('issue.registrationStale'), action: i18n.t('issue.tryAgain') };
    case 'account-refused':
      return { says: i18n.t('issue.accountRefused'), action: i18n.t('issue.tryAgain') };
    case 'calls-do-not-arrive':
      return { says: i18n.t('issue.callsDoNotArrive'), action: i18n.t('issue.tryAgain') };
    case 'call-refused':
      return { says: i18n.t('issue.callRefused'), action: i18n.t('issue.openSettings') };
    case 'microphone-not-asked':
      return { says: i18n.t('issue.microphoneNotAsked'), action: i18n.t('issue.allow') };
    case 'microphone-not-remembered':
      return { says: i18n.t('issue.microphoneNotRemembered'), action: i18n.t('issue.allow') };
    case 'microphone-denied':
      return { says: i18n.t('issue.microphoneDenied'), action: i18n.t('issue.openSettings') };
    case 'microphone-missing':
      return { says: i18n.t('issue.microphoneMissing'), action: i18n.t('issue.check') };
    case 'ringer-silent':
      return { says: i18n.t('issue.ringerSilent'), action: i18n.t('issue.check') };
    case 'page-closed':
      return { says: i18n.t('issue.pageClosed'), action: i18n.t('issue.openSettings') };
    case 'page-silent':
      return { says: i18n.t('issue.pageSilent'), action: i18n.t('issue.openSettings') };
    case 'page-not-registered':
      return { says: i18n.t('issue.pageNotRegistered'), action: i18n.t('issue.openSettings') };
    case 'reports-lost':
      return { says: i18n.t('issue.reportsLost'), action: i18n.t('issue.openSettings') };
    case 'calls-not-reported':
      return { says: i18n.t('issue.callsNotReported'), action: i18n.t('issue.openSettings') };
    case 'host-missing':
      return { says: i18n.t('issue.hostMissing'), action: i18n.t('issue.restart') };
    case 'storage-failed':
      return { says: i18n.t('issue.storageFailed'), action: i18n.t('issue.tryAgain') };
  }
}
