import type { Instant } from '../../calls/call-event.ts';
import type { Pack, PackSettings } from '../../contract/pack/pack.ts';
import type { TriggerKind, TriggerOf } from '../../contract/pack/trigger.ts';
import type { Words } from '../../contract/words.ts';
import type { CallFacts } from '../call/call-facts.ts';
import type { RulesContext } from '../call/rules-context.ts';

/** What a trigger can depend on. */
export interface TriggerFacts {
  readonly call: CallFacts;
  /** Since when the phone has no registration; null while it has one, or never had. */
  readonly registrationLostAt: Instant | null;
  readonly pack: Pack;
  readonly context: RulesContext;
}

/** Whether a trigger holds, and when time alone will change the answer. */
export type Holding<Reason> =
  | {
      readonly holds: true;
      readonly since: Instant;
      /** When its cause began: what was dismissed since then is not offered again for it. */
      readonly began: Instant;
      readonly reason: Reason;
      readonly nextChangeAt: Instant | null;
    }
  | { readonly holds: false; readonly nextChangeAt: Instant | null };

/** What the sentence for a lead is made with. */
export interface SentenceParts {
  readonly words: Words;
  /** The name of a situation or festival of the pack, by its id. */
  readonly titleOf: (id: string) => string;
  /** Seconds for a trigger that names none of its own. */
  readonly thresholds: PackSettings['thresholds'];
}

/** What the reason for an agent is made with. */
export interface ReasonParts {
  readonly words: Words;
  /** Milliseconds as the UI shows a duration. */
  readonly duration: (ms: number) => string;
}

/** The meaning of one kind of trigger. */
export interface TriggerRule<K extends TriggerKind, Reason> {
  /** Orders suggestions: what cannot wait comes first, what only fits the hour comes last. */
  readonly urgency: number;
  readonly holds: (trigger: TriggerOf<K>, facts: TriggerFacts, now: Instant) => Holding<Reason>;
  /** The trigger as a lead reads it in the editor. */
  readonly sentence: (trigger: TriggerOf<K>, parts: SentenceParts) => string;
  /** Why the script is offered, as the agent reads it. */
  readonly reason: (reason: Reason, parts: ReasonParts) => string;
}

export const NEVER: Holding<never> = { holds: false, nextChangeAt: null };

/** How long an event of one moment stays a reason. */
export const MOMENT_MS = 60_000;

/** Holds from `since`, once that time has come, until `until` if there is one. */
export function holdsFrom<Reason>(
  since: Instant,
  now: Instant,
  reason: Reason,
  until: Instant | null = null,
  began: Instant = since,
): Holding<Reason> {
  if (now < since) return { holds: false, nextChangeAt: since };
  if (until !== null && now >= until) return NEVER;
  return { holds: true, since, began, reason, nextChangeAt: until };
}
