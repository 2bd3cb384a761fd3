import type { PanelAction } from '../../components/panel-action.ts';
import type { PanelModel } from './panel-model.ts';

/** True if the action was about help from the floor, and nothing more. */
export function takeFloorAction(action: PanelAction, model: PanelModel, now: number): boolean {
  const { floor, journal } = model.parts;
  switch (action.do) {
    case 'send-help': {
      const call = journal.onScreen?.id;
      if (call === undefined) return true;
      const { why, summary } = action;
      floor.say({ kind: 'ask-help', request: { id: crypto.randomUUID(), call, why, summary, at: now } });
      return true;
    }
    case 'help-over':
      floor.say({ kind: 'help-over', id: action.id });
      return true;
    case 'dismiss-floor-message':
      model.dismissedMessages.value = new Set([...model.dismissedMessages.value, action.id]);
      return true;
    default:
      return false;
  }
}
