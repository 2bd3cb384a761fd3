import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelModel } from '../frame/panel-model.ts';

/** True if the action was about help from the floor, and nothing more. */
export function applyHelpAction(action: PanelAction, model: PanelModel, now: number): boolean {
  const { presence, journal } = model.parts;
  switch (action.do) {
    case 'send-help': {
      const call = journal.onScreen?.id;
      if (call === undefined) return true;
      const { why, summary } = action;
      presence.say({ kind: 'ask-help', request: { id: crypto.randomUUID(), call, why, summary, at: now } });
      return true;
    }
    case 'help-over':
      presence.say({ kind: 'help-over', id: action.id });
      return true;
    case 'dismiss-help-message':
      model.dismissedMessages.value = new Set([...model.dismissedMessages.value, action.id]);
      return true;
    default:
      return false;
  }
}
