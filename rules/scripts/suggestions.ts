import type { Instant } from '../../calls/call-event.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { CallRules } from '../call/call-rules.ts';
import type { Suggestion } from '../call/rules-view.ts';
import { hotlineOfCall } from '../hotlines/hotline-of-call.ts';
import type { TriggerFacts } from '../triggers/trigger-rule.ts';
import { TRIGGER_RULES, triggerHolds } from '../triggers/trigger-rules.ts';
import { bringsScript, isOpening, type PackIndex, type TriggerEntry } from './pack-index.ts';

export interface Offers {
  /** Best first. */
  readonly suggestions: readonly Suggestion[];
  /** When they next change through time alone. */
  readonly nextChangeAt: Instant | null;
}

/**
 * The situations whose triggers hold now, each once with its most urgent reason. They never replace
 * the script on screen.
 */
export function offers(call: CallRules, facts: TriggerFacts, index: PackIndex, now: Instant): Offers {
  const hotline = hotlineOfCall(facts.call.call, facts.pack);
  const best = new Map<string, Suggestion & { readonly urgency: number }>();
  let nextChangeAt: Instant | null = null;
  const changesAt = (at: Instant | null) => {
    if (at !== null && at > now && (nextChangeAt === null || at < nextChangeAt)) nextChangeAt = at;
  };
  for (const entry of index.all) {
    const holding = triggerHolds(entry.trigger, facts, now);
    changesAt(holding.nextChangeAt);
    if (!holding.holds || !isWanted(entry, holding.since, call, index)) continue;
    const { id, title } = entry.situation;
    if (hotline?.never.includes(id) === true) continue;
    const awayUntil = dismissedUntil(facts, id);
    if (awayUntil !== null && now < awayUntil) {
      changesAt(awayUntil);
      continue;
    }
    const { reason, since } = holding;
    const urgency = TRIGGER_RULES[entry.trigger.kind].urgency;
    const other = best.get(id);
    if (other !== undefined && other.urgency >= urgency) continue;
    best.set(id, { situation: id, title: textIn(title, facts.context.language), reason, since, urgency });
  }
  const suggestions = [...best.values()]
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        other.urgency - one.urgency ||
        other.since - one.since ||
        inOrder(one, other),
    )
    .map(({ situation, title, reason, since }) => ({ situation, title, reason, since }));
  return { suggestions, nextChangeAt };

  /** What the called hotline puts first, in its order. */
  function rank({ situation }: Suggestion): number {
    const at = hotline?.first.indexOf(situation) ?? -1;
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  }

  function inOrder(one: Suggestion, other: Suggestion): number {
    return (index.order.get(one.situation) ?? 0) - (index.order.get(other.situation) ?? 0);
  }
}

/**
 * Excludes the situation on screen, those chosen since their reason began, and those that ask for a
 * known name.
 */
function isWanted(
  { situation, trigger }: TriggerEntry,
  since: Instant,
  call: CallRules,
  index: PackIndex,
): boolean {
  const { facts, run, suspended } = call;
  if (situation.id === run?.situation || situation.id === suspended?.situation) return false;
  const pickedAt = facts.met.get(situation.id)?.pickedAt ?? null;
  if (pickedAt !== null && pickedAt >= since) return false;
  if (index.askingName.has(situation.id) && (facts.nameAsked || facts.name !== null)) return false;
  const greets = trigger.kind === 'answered' && bringsScript(trigger);
  return !(greets && wasGreeted(since, call, index));
}

/** After one greeting the other greetings of the same answered call are not suggested. */
function wasGreeted(since: Instant, { facts }: CallRules, index: PackIndex): boolean {
  return [...facts.met].some(([id, { pickedAt }]) => {
    const situation = index.byId.get(id);
    return pickedAt >= since && situation !== undefined && isOpening(situation);
  });
}

function dismissedUntil({ call, pack }: TriggerFacts, id: string): Instant | null {
  const at = call.dismissed.get(id);
  return at === undefined ? null : at + pack.settings.thresholds.dismissedForSeconds * 1000;
}
