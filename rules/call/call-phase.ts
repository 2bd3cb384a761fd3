import type { Instant } from '../../calls/call-event.ts';
import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { enterAgreedWait } from './agreed-wait.ts';
import type { CallFacts, PhaseSpan } from './call-facts.ts';
import type { CallRules } from './call-rules.ts';
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

/** The call with its current phase. */
export function enterPhase(call: CallRules, index: PackIndex, at: Instant): CallRules {
  const facts = enterAgreedWait(call, index, at);
  const phase = phaseOf(facts);
  if (facts.phases.at(-1)?.phase === phase) return facts === call.facts ? call : { ...call, facts };
  const phases = [...facts.phases.slice(1 - PHASES_KEPT), { phase, since: at }];
  return { ...call, facts: { ...facts, phases } };
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
