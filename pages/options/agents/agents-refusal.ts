import { i18n } from '#i18n';
import type { AgentsAnswer } from '../../session/agents-view.ts';

/** The reason of a refusal; null otherwise. */
export function refusalOf(answer: AgentsAnswer): string | null {
  if (answer.state !== 'refused') return null;
  switch (answer.reason) {
    case 'wrong-passphrase':
      return i18n.t('lock.wrongPassphrase');
    case 'mistyped-recovery-code':
      return i18n.t('lock.wrongRecoveryCode');
    case 'timed-out':
      return i18n.t('lock.timedOut');
    case 'no-team-key':
      return i18n.t('agents.noTeamKey');
    case 'too-short':
      return i18n.t('vault.tooShort');
  }
}
