import { i18n } from '#i18n';
import { formatClock } from '../../../components/format-time.ts';
import type { DraftState, TeamCopy } from '../scripts/scripts-view.ts';

/** Whether the draft is saved, and whose change it shows. */
export function draftWords(draft: DraftState): string {
  switch (draft.state) {
    case 'same':
      return i18n.t('lead.draftSame');
    case 'saving':
      return i18n.t('lead.draftSaving');
    case 'saved': {
      const time = formatClock(draft.at);
      return draft.by === null
        ? i18n.t('lead.draftSaved', { time })
        : i18n.t('lead.draftFrom', { who: draft.by, time });
    }
    case 'failed':
      return i18n.t('lead.draftFailed');
    case 'conflict':
      return i18n.t('lead.draftDiffers');
  }
}

/** Where else the draft is, so that the lead knows what colleagues see. */
export function copyWords(copy: TeamCopy): string {
  switch (copy.copy) {
    case 'team':
      return i18n.t('lead.teamCopy.team');
    case 'sending':
      return i18n.t('lead.teamCopy.sending');
    case 'here':
      return hereWords(copy.why);
  }
}

function hereWords(why: Extract<TeamCopy, { copy: 'here' }>['why']): string {
  switch (why) {
    case 'loading':
      return '';
    case 'not-joined':
      return i18n.t('lead.teamCopy.notJoined');
    case 'locked':
      return i18n.t('lead.teamCopy.locked');
    case 'offline':
      return i18n.t('lead.teamCopy.offline');
    case 'too-many':
      return i18n.t('lead.teamCopy.tooMany');
    case 'not-allowed':
      return i18n.t('lead.teamCopy.notAllowed');
    case 'signed-out':
      return i18n.t('lead.teamCopy.signedOut');
    case 'other-team':
      return i18n.t('lead.teamCopy.otherTeam');
    case 'unconfirmed':
      return i18n.t('lead.gap.unconfirmed');
    case 'newer':
      return i18n.t('lead.teamCopy.newer');
    case 'failed':
      return i18n.t('lead.teamCopy.failed');
  }
}
