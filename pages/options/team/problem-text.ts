import { i18n } from '#i18n';
import type { JoinProblem } from './team-part-view.ts';

/** Why this browser has not joined, as the agent reads it. */
export function problemText(problem: JoinProblem): string {
  switch (problem) {
    case 'bad-address':
      return i18n.t('team.problem.badAddress');
    case 'not-permitted':
      return i18n.t('team.problem.notPermitted');
    case 'bad-code':
      return i18n.t('team.problem.badCode');
    case 1:
    case 2:
    case 3:
    case 4:
      return i18n.t('team.problem.mistyped', { group: problem });
    case 'forged':
      return i18n.t('team.problem.forged');
    case 'other-root':
      return i18n.t('team.problem.otherRoot');
    case 'offline':
      return i18n.t('team.problem.offline');
    case 'too-many':
      return i18n.t('team.problem.tooMany');
    case 'cancelled':
      return i18n.t('team.problem.cancelled');
    case 'account-refused':
      return i18n.t('team.problem.accountRefused');
    case 'not-our-server':
      return i18n.t('team.problem.notOurServer');
    case 'signed-out':
      return i18n.t('sync.about.signedOut');
    case 'other-team':
      return i18n.t('sync.about.otherTeam');
    case 'older':
      return i18n.t('team.problem.older');
  }
}
