import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import { currentPhase } from '../call/call-phase.ts';
import { type CallRules, type Changed, pick } from '../call/call-rules.ts';
import type { TriggerFacts } from '../triggers/trigger-rule.ts';
import type { PackIndex } from './pack-index.ts';
import { offers } from './suggestions.ts';

/**
 * After the greeting the caller says nothing, no script is in use, and the agent begins to speak:
 * the suggested script for a silent caller comes up by itself, and this is its first sentence.
 * Null: the agent speaks of something else.
 */
export function speakIntoSilence(
  call: CallRules,
  facts: TriggerFacts,
  index: PackIndex,
  at: Instant,
): Changed | null {
  if (call.run !== null || call.suspended !== null) return null;
  if (currentPhase(call.facts)?.phase !== 'greeted') return null;
  const silent = offers(call, facts, index, at).suggestions.find(
    ({ reason }) => reason.kind === 'silence' && reason.side === 'remote',
  );
  if (silent === undefined) return null;
  const { situation } = silent;
  const event: AgentEvent = {
    ...{ type: 'situation-picked', call: call.facts.call.id, at, situation, by: 'event' },
  };
  return { call: pick(call, index, situation, 'event', at), derived: [event] };
}
