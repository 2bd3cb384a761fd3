import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { Trigger } from '../../contract/pack/trigger.ts';
import { withEntry } from '../call/call-facts.ts';
import { enterPhase } from '../call/call-phase.ts';
import { type CallRules, type Changed, pick } from '../call/call-rules.ts';
import { hotlineOfCall } from '../hotlines/hotline-of-call.ts';
import type { TriggerFacts } from '../triggers/trigger-rule.ts';
import { triggerHolds } from '../triggers/trigger-rules.ts';
import type { PackIndex, TriggerEntry } from './pack-index.ts';

interface Due {
  readonly entry: TriggerEntry;
  readonly since: Instant;
}

/**
 * The next script that starts by itself until `until`. It never replaces a script that the agent is
 * reading: then it stays a suggestion. Two events may interrupt, because the agent is not speaking:
 * a press on hold or mute, and the return from it.
 */
export function bringNext(
  call: CallRules,
  facts: TriggerFacts,
  index: PackIndex,
  until: Instant,
): Changed | null {
  const due = dueNow(facts, index, until);
  if (due === null) return null;
  const { situation, trigger } = due.entry;
  const { since: at } = due;
  const noted: CallRules = {
    ...call,
    facts: { ...call.facts, brought: withEntry(call.facts.brought, situation.id, at) },
  };
  if (call.run !== null && !interrupts(trigger)) return { call: noted, derived: [] };
  const event: AgentEvent = {
    type: 'situation-picked',
    call: call.facts.call.id,
    at,
    situation: situation.id,
    by: 'event',
  };
  const picked = pick(noted, index, situation.id, 'event', at);
  return { call: enterPhase(picked, index, at), derived: [event] };
}

/** When the next script starts through time alone. */
export function nextBringAt(facts: TriggerFacts, index: PackIndex, now: Instant): Instant | null {
  let next: Instant | null = null;
  for (const { trigger } of index.bringing) {
    const { nextChangeAt } = triggerHolds(trigger, facts, now);
    if (nextChangeAt !== null && (next === null || nextChangeAt < next)) next = nextChangeAt;
  }
  return next;
}

function dueNow(facts: TriggerFacts, index: PackIndex, until: Instant): Due | null {
  let first: Due | null = null;
  const never = hotlineOfCall(facts.call.call, facts.pack)?.never ?? [];
  for (const entry of index.bringing) {
    if (never.includes(entry.situation.id)) continue;
    const holding = triggerHolds(entry.trigger, facts, until);
    if (!holding.holds) continue;
    const { since } = holding;
    const { id } = entry.situation;
    if (since <= (facts.call.brought.get(id) ?? Number.NEGATIVE_INFINITY)) continue;
    if (since < (facts.call.met.get(id)?.pickedAt ?? Number.NEGATIVE_INFINITY)) continue;
    if (first === null || comesBefore({ entry, since }, first)) first = { entry, since };
  }
  return first;
}

/**
 * Earlier first; of several greetings for one answered call, the one for the longest wait; else the
 * order of the pack.
 */
function comesBefore(one: Due, other: Due): boolean {
  if (one.since !== other.since) return one.since < other.since;
  const [a, b] = [one.entry.trigger, other.entry.trigger];
  return a.kind === 'answered' && b.kind === 'answered' && a.afterRings > b.afterRings;
}

function interrupts({ kind }: Trigger): boolean {
  return kind === 'wait-wanted' || kind === 'back-from-hold';
}
