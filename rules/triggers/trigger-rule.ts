import type { Instant } from '../../calls/call-event.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Trigger, TriggerKind } from '../../contract/pack/trigger.ts';
import type { CallFacts } from '../call/call-facts.ts';
import type { RulesContext } from '../call/rules-context.ts';
import type { Reason } from '../scripts/reason.ts';

/** What a trigger may ask. */
export interface TriggerFacts {
  readonly call: CallFacts;
  /** Since when the phone has no registration; null while it has, or never had. */
  readonly registrationLostAt: Instant | null;
  readonly pack: Pack;
  readonly context: RulesContext;
}

/** A trigger that holds began to at `since`; one that does not may say when time alone could change that. */
export type Holding =
  | {
      readonly holds: true;
      readonly since: Instant;
      readonly reason: Reason;
      /** When time alone will change the answer. */
      readonly nextChangeAt: Instant | null;
    }
  | { readonly holds: false; readonly nextChangeAt: Instant | null };

export type TriggerOf<K extends TriggerKind> = Extract<Trigger, { kind: K }>;

/** One kind of trigger: its meaning, and its sentence for the lead's editor. */
export interface TriggerRule<K extends TriggerKind> {
  readonly kind: K;
  readonly holds: (trigger: TriggerOf<K>, facts: TriggerFacts, now: Instant) => Holding;
  /** `titleOf`: how to name another situation, a step or a festival. */
  readonly sentence: (
    trigger: TriggerOf<K>,
    language: PackLanguage,
    titleOf: (id: string) => string,
  ) => string;
}

export const NEVER: Holding = { holds: false, nextChangeAt: null };

/** How long something that happened at one moment is still a reason: after that the moment has passed. */
export const MOMENT_MS = 60_000;

/** Holds from `since` on, once that time has come, and until `until` if there is one. */
export function holdsFrom(
  since: Instant,
  now: Instant,
  reason: Reason,
  until: Instant | null = null,
): Holding {
  if (now < since) return { holds: false, nextChangeAt: since };
  if (until !== null && now >= until) return NEVER;
  return { holds: true, since, reason, nextChangeAt: until };
}
