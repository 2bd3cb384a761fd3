import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { RunView } from '../call/rules-view.ts';

/** The agent's moves in a script. */
export type ScriptMove =
  | { readonly move: 'next' | 'skip' | 'caller-answered' | 'back' | 'restart' | 'close' }
  | { readonly move: 'choose'; readonly option: string };

/** The event to journal for a move; null if the move is not possible at this step. */
export function scriptMove(run: RunView, press: ScriptMove, at: Instant): AgentEvent | null {
  const { call, step } = run;
  const situation = run.situation.id;
  switch (press.move) {
    case 'next':
      return run.canGoOn ? { type: 'step-done', call, at, situation, step: step.id, how: 'done' } : null;
    case 'skip':
      return run.canSkip ? { type: 'step-done', call, at, situation, step: step.id, how: 'skipped' } : null;
    case 'caller-answered':
      return { type: 'caller-answered', call, at };
    case 'back':
      return run.canGoBack ? { type: 'step-back', call, at, situation } : null;
    case 'restart':
      return { type: 'script-restarted', call, at, situation };
    case 'close':
      return { type: 'script-closed', call, at, situation };
    case 'choose':
      return run.options.some(({ id }) => id === press.option)
        ? { type: 'branch-chosen', call, at, situation, step: step.id, option: press.option }
        : null;
  }
}
