import { i18n } from '#i18n';
import type { AgentState } from '../../../contract/api/presence/agent-state.ts';

/** What an agent is doing, in a word. */
export function stateWords(state: AgentState['state']): string {
  switch (state) {
    case 'present':
      return i18n.t('lead.presence.is.present');
    case 'ringing':
      return i18n.t('lead.presence.is.ringing');
    case 'in-call':
      return i18n.t('lead.presence.is.inCall');
    case 'wrap-up':
      return i18n.t('lead.presence.is.wrapUp');
    case 'gone':
      return i18n.t('lead.presence.is.gone');
  }
}
