import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TriggerFacts } from '../triggers/trigger-rule.ts';
import type { CallRules } from './call-rules.ts';
import type { RulesContext } from './rules-context.ts';

/** The state of the rules after a journal: the calls in the order they began. */
export interface RulesState {
  readonly calls: readonly CallRules[];
  readonly registrationLostAt: Instant | null;
  /** Events that became due and were applied, but that the journal has not shown yet. */
  readonly pending: readonly AgentEvent[];
}

export const NO_RULES: RulesState = { calls: [], registrationLostAt: null, pending: [] };

export function callRules(state: RulesState, id: CallId): CallRules | undefined {
  return state.calls.find(({ facts }) => facts.call.id === id);
}

export function replaceCall(state: RulesState, call: CallRules): readonly CallRules[] {
  return state.calls.map((other) => (other.facts.call.id === call.facts.call.id ? call : other));
}

export function triggerFacts(
  state: RulesState,
  call: CallRules,
  pack: Pack,
  context: RulesContext,
): TriggerFacts {
  return { call: call.facts, registrationLostAt: state.registrationLostAt, pack, context };
}
