import { branchChosen } from './events/branch-chosen.ts';
import { callerAnswered } from './events/caller-answered.ts';
import { callerNamed } from './events/caller-named.ts';
import { categoryChosen } from './events/category-chosen.ts';
import type { EventOf } from './events/event-kind.ts';
import { hangUpForced } from './events/hang-up-forced.ts';
import { numberRevealed } from './events/number-revealed.ts';
import { scriptClosed } from './events/script-closed.ts';
import { scriptRestarted } from './events/script-restarted.ts';
import { situationPicked } from './events/situation-picked.ts';
import { stepBack } from './events/step-back.ts';
import { stepDone } from './events/step-done.ts';
import { suggestionDismissed } from './events/suggestion-dismissed.ts';
import { waitAsked } from './events/wait-asked.ts';
import { wrapUpBegun } from './events/wrap-up-begun.ts';
import { wrapUpFinished } from './events/wrap-up-finished.ts';

/**
 * What the agent did that scripts, the note or a report depend on. Typed text is not among it:
 * storage/notes keeps that.
 */
export const AGENT_EVENTS = [
  situationPicked,
  stepDone,
  stepBack,
  scriptRestarted,
  scriptClosed,
  branchChosen,
  suggestionDismissed,
  waitAsked,
  callerAnswered,
  callerNamed,
  categoryChosen,
  hangUpForced,
  numberRevealed,
  wrapUpBegun,
  wrapUpFinished,
] as const;

export type AgentEvent = EventOf<typeof AGENT_EVENTS>;
