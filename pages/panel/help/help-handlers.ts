import type { PresenceLink } from '../../../browser/presence-link.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { HelpAction } from './help-view.ts';

interface HelpParts {
  readonly presence: Pick<PresenceLink, 'state' | 'say'>;
  readonly journal: Pick<PanelJournal, 'onScreen'>;
  readonly state: Pick<PanelState, 'tool' | 'dismissedMessages'>;
  readonly now: () => number;
}

/** Help from a supervisor during a call. */
export function helpHandlers({ presence, journal, state, now }: HelpParts): Handlers<HelpAction> {
  return {
    'ask-for-help': () => {
      if (journal.onScreen === undefined) return;
      // Without a team the supervisor is the first entry of the transfer list.
      state.tool.value = presence.state.value.linked ? 'help' : 'transfer';
    },
    'send-help': ({ why, summary }) => {
      const call = journal.onScreen?.id;
      if (call === undefined) return;
      const request = { id: crypto.randomUUID(), call, why, summary, at: now() };
      presence.say({ kind: 'ask-help', request });
    },
    'help-over': ({ id }) => presence.say({ kind: 'help-over', id }),
    'dismiss-help-message': ({ id }) => {
      state.dismissedMessages.value = new Set([...state.dismissedMessages.value, id]);
    },
  };
}
