import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { ScriptMove } from '../../../rules/scripts/script-moves.ts';
import { pinnedAt } from '../../../rules/search/pinned-scripts.ts';
import type { PanelAction } from '../frame/panel-action.ts';

/** An event without its call and its time: those are filled in for the call on screen. */
export type OnCall<T extends AgentEvent> = T extends AgentEvent ? Omit<T, 'call' | 'at'> : never;

/** What an action on scripts, suggestions or waits is as a fact to journal; null if it is none, or means nothing now. */
export function scriptEvent(action: PanelAction, pins: readonly string[]): OnCall<AgentEvent> | null {
  switch (action.do) {
    case 'pick-script':
      return { type: 'situation-picked', situation: action.situation, by: 'agent' };
    case 'pick-pinned': {
      const situation = pinnedAt(pins, action.pin);
      return situation === null ? null : { type: 'situation-picked', situation, by: 'agent' };
    }
    case 'accept-suggestion':
      return { type: 'situation-picked', situation: action.situation, by: 'suggestion' };
    case 'dismiss-suggestion':
      return { type: 'suggestion-dismissed', situation: action.situation };
    case 'ask-before-hold':
      return { type: 'wait-asked', of: 'hold' };
    case 'ask-before-mute':
      return { type: 'wait-asked', of: 'mute' };
    case 'reveal-number':
      return { type: 'number-revealed' };
    default:
      return null;
  }
}

/** What a button of the script card means as a move; null for every other action. */
export function moveOf(action: PanelAction): ScriptMove | null {
  switch (action.do) {
    case 'next-step':
      return { move: 'next' };
    case 'skip-step':
      return { move: 'skip' };
    case 'caller-answered':
      return { move: 'caller-answered' };
    case 'step-back':
      return { move: 'back' };
    case 'restart-script':
      return { move: 'restart' };
    case 'close-script':
      return { move: 'close' };
    case 'choose-branch':
      return { move: 'choose', option: action.option };
    default:
      return null;
  }
}
