import type { Instant } from '../../calls/call-event.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { SituationGroup } from '../../contract/pack/situation.ts';
import type { CallFacts } from '../call/call-facts.ts';
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

/** A caller who has spoken so long without a pause is into the matter. */
const LONGEST_SENTENCE_MS = 8_000;
/** Scripts that are used before the caller has stated the matter. */
const BEFORE_MATTER: ReadonlySet<SituationGroup> = new Set(['opening', 'line', 'wait', 'courtesy']);

/**
 * The situations whose triggers hold now, each once with its most urgent reason, and one for each
 * cause. They never replace the script on screen.
 */
export function offers(call: CallRules, facts: TriggerFacts, index: PackIndex, now: Instant): Offers {
  const hotline = hotlineOfCall(facts.call.call, facts.pack);
  const best = new Map<string, Candidate>();
  let nextChangeAt: Instant | null = null;
  const changesAt = (at: Instant | null) => {
    if (at !== null && at > now && (nextChangeAt === null || at < nextChangeAt)) nextChangeAt = at;
  };
  const sentenceEnds = firstSentenceEnd(facts.call);
  if (Number.isFinite(sentenceEnds)) changesAt(sentenceEnds);
  for (const entry of index.all) {
    const holding = triggerHolds(entry.trigger, facts, now);
    changesAt(holding.nextChangeAt);
    if (!holding.holds || !isWanted(entry, holding, call, index, now)) continue;
    const { id, title } = entry.situation;
    if (hotline?.never.includes(id) === true) continue;
    const { reason, since } = holding;
    const urgency = TRIGGER_RULES[entry.trigger.kind].urgency;
    const other = best.get(id);
    if (other !== undefined && other.urgency >= urgency) continue;
    const rings = entry.trigger.kind === 'answered' ? entry.trigger.afterRings : 0;
    const shown = { situation: id, title: textIn(title, facts.context.language), reason, since };
    best.set(id, { ...shown, urgency, rings });
  }
  const suggestions = [...best.values()]
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        other.urgency - one.urgency ||
        other.since - one.since ||
        other.rings - one.rings ||
        inOrder(one, other),
    )
    .filter((one, at, all) => all.findIndex((other) => causeOf(other) === causeOf(one)) === at)
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

interface Candidate extends Suggestion {
  readonly urgency: number;
  /** Of several openings of an answered call the one for the longest wait fits best. */
  readonly rings: number;
}

/** What measures a reason is not part of it. */
function causeOf({ reason }: Suggestion): string {
  return JSON.stringify({ ...reason, seconds: null, rings: null });
}

/**
 * Excludes the situation on screen, those chosen since their reason or dismissed since its cause
 * began, and those that ask for the name when nobody should.
 */
function isWanted(
  { situation, trigger }: TriggerEntry,
  { since, began }: { readonly since: Instant; readonly began: Instant },
  call: CallRules,
  index: PackIndex,
  now: Instant,
): boolean {
  const { facts, run, suspended } = call;
  if (situation.id === run?.situation || situation.id === suspended?.situation) return false;
  if ((facts.met.get(situation.id)?.pickedAt ?? -1) >= since) return false;
  if ((facts.dismissed.get(situation.id) ?? -1) >= began) return false;
  if (index.askingName.has(situation.id) && !mayAskName(call, index, now)) return false;
  if (trigger.kind !== 'answered' || trigger.direction === 'outbound') return true;
  return bringsScript(trigger) ? !wasGreeted(since, call, index) : !isAboutMatter(call, index);
}

/** Not twice, not into the caller's first sentence, and of nobody who abuses or harasses. */
function mayAskName({ facts, run }: CallRules, index: PackIndex, now: Instant): boolean {
  if (facts.nameAsked || facts.name !== null || now < firstSentenceEnd(facts)) return false;
  const group = run === null ? undefined : index.byId.get(run.situation)?.group;
  if (group === 'difficult' || group === 'line') return false;
  const isHarasser = (id: string) =>
    index.byId.get(id)?.followUp?.warning === true && !wasReleased(id, facts);
  return ![...facts.met.keys()].some(isHarasser);
}

/** Steps of it were done, and then an answer said that nothing is left of it. */
function wasReleased(id: string, { commitments, stepsDone }: CallFacts): boolean {
  return !commitments.has(id) && [...stepsDone.keys()].some((step) => step.startsWith(`${id}/`));
}

/** Where nobody pauses, or noise fills the pauses, a sentence has its longest length. */
function firstSentenceEnd({ firstSentence, line }: CallFacts): Instant {
  if (firstSentence !== 'under-way') return Number.NEGATIVE_INFINITY;
  const since = line.remoteSpeakingSince;
  return since === null ? Number.POSITIVE_INFINITY : since + LONGEST_SENTENCE_MS;
}

/** A script about the matter was used: what belongs to the beginning of a call is over. */
function isAboutMatter({ facts }: CallRules, index: PackIndex): boolean {
  return [...facts.met.keys()].some((id) => {
    const group = index.byId.get(id)?.group;
    return group !== undefined && !BEFORE_MATTER.has(group);
  });
}

/** After one greeting the other greetings of the same answered call are not suggested. */
function wasGreeted(since: Instant, { facts }: CallRules, index: PackIndex): boolean {
  return [...facts.met].some(([id, { pickedAt }]) => {
    const situation = index.byId.get(id);
    return pickedAt >= since && situation !== undefined && isOpening(situation);
  });
}
