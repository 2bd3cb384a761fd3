import type { Instant } from '../../calls/call-event.ts';
import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { CallFacts, PhaseSpan } from './call-facts.ts';
import { currentWait } from './current-wait.ts';

/** More than any trigger looks back on. */
const PHASES_KEPT = 8;

/** The phase of the call, from its facts (contract/pack/call-phase.ts defines the phases). */
export function phaseOf(facts: CallFacts): CallPhase {
  const { call } = facts;
  switch (call.state) {
    case 'ringing':
    case 'answering':
      return 'ringing';
    case 'dialling':
    case 'remote-ringing':
      return 'dialling';
    case 'ended':
      return 'wrap-up';
    case 'established':
      if (currentWait(call) !== null) return 'waiting';
      if (facts.goodbyeAt !== null) return 'after-goodbye';
      if (facts.talkingSince !== null) return 'talking';
      return facts.greetedAt === null ? 'greeting' : 'greeted';
  }
}

/** The facts with the current phase. */
export function enterPhase(facts: CallFacts, at: Instant): CallFacts {
  const phase = phaseOf(facts);
  if (facts.phases.at(-1)?.phase === phase) return facts;
  return { ...facts, phases: [...facts.phases.slice(1 - PHASES_KEPT), { phase, since: at }] };
}

/**
 * Since when the call has been in one of these phases without a break; null if it is in none of
 * them.
 */
export function inPhasesSince(facts: CallFacts, phases: readonly CallPhase[]): Instant | null {
  let since: Instant | null = null;
  for (const span of facts.phases.toReversed()) {
    if (!phases.includes(span.phase)) break;
    since = span.since;
  }
  return since;
}

export function currentPhase(facts: CallFacts): PhaseSpan | null {
  return facts.phases.at(-1) ?? null;
}
