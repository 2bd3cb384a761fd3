import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { RunView } from '../../../rules/call/rules-view.ts';
import { type ScriptMove, scriptMove } from '../../../rules/scripts/script-moves.ts';
import { pinnedAt } from '../../../rules/search/pinned-scripts.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { ScriptAction } from './script-view.ts';

/** An event without its call and time, which are those of the open contact. */
export type OnCall<T extends AgentEvent> = T extends AgentEvent ? Omit<T, 'call' | 'at'> : never;

interface ScriptPorts {
  /** The script on screen. */
  readonly run: () => RunView | null;
  /** Ids on the number keys, 1–9. */
  readonly pins: () => readonly string[];
  readonly record: (event: OnCall<AgentEvent>) => unknown;
  readonly now: () => number;
  /** A script was picked from the palette. */
  readonly onPicked: () => void;
  readonly onTurnedTo: (situation: string) => void;
}

/** What an agent does with scripts and suggestions. Shared with the lead's preview. */
export function scriptHandlers(ports: ScriptPorts): Handlers<ScriptAction> {
  const { run, pins, record, now, onPicked, onTurnedTo } = ports;
  const move = (made: ScriptMove) => {
    const current = run();
    const event = current === null ? null : scriptMove(current, made, now());
    return event === null ? undefined : record(event);
  };
  const pick = (situation: string, by: 'agent' | 'suggestion') =>
    record({ type: 'situation-picked', situation, by });
  return {
    'next-step': () => move({ move: 'next' }),
    'skip-step': () => move({ move: 'skip' }),
    'caller-answered': () => move({ move: 'caller-answered' }),
    'step-back': () => move({ move: 'back' }),
    'restart-script': () => move({ move: 'restart' }),
    'close-script': () => move({ move: 'close' }),
    'choose-branch': ({ option }) => move({ move: 'choose', option }),
    'pick-script': ({ situation }) => {
      onPicked();
      return pick(situation, 'agent');
    },
    'pick-pinned': ({ pin }) => {
      const situation = pinnedAt(pins(), pin);
      return situation === null ? undefined : pick(situation, 'agent');
    },
    'accept-suggestion': ({ situation }) => pick(situation, 'suggestion'),
    'dismiss-suggestion': ({ situation }) => record({ type: 'suggestion-dismissed', situation }),
    'turn-to-suggestion': ({ situation }) => onTurnedTo(situation),
    'reveal-number': () => record({ type: 'number-revealed' }),
  };
}
