import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts } from '../../rules/call/call-facts.ts';
import { dueEvents, nextDueAt } from '../../rules/call/due-events.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';
import { callRules, NO_RULES, type RulesState } from '../../rules/call/rules-state.ts';
import { viewRules } from '../../rules/call/view-rules.ts';
import { type PackSource, packOfEntry } from '../../rules/scripts/pack-source.ts';
import type { PendingScript } from './hang-up-policy.ts';
import type { RulesPort } from './live-journal.ts';

/** Folds the journal by the rules. Keeps the state, and the pack that the newest entry names. */
export class RulesMonitor implements RulesPort {
  readonly #packs: PackSource;
  readonly #context: () => RulesContext;
  #pack: Pack;
  #state: RulesState = NO_RULES;

  constructor(packs: PackSource, context: () => RulesContext) {
    this.#packs = packs;
    this.#pack = packs.pack;
    this.#context = context;
  }

  apply(entry: JournalEntry): void {
    this.#pack = packOfEntry(entry, this.#pack, this.#packs);
    this.#state = foldRules(this.#state, entry, this.#pack, this.#context());
  }

  due(now: Instant): readonly AgentEvent[] {
    return dueEvents(this.#state, this.#pack, this.#context(), now);
  }

  nextChangeAt(now: Instant): Instant | null {
    return nextDueAt(this.#state, this.#pack, this.#context(), now);
  }

  /** What the scripts know of a call; null for one that is unknown or long over. */
  facts(call: CallId): CallFacts | null {
    return callRules(this.#state, call)?.facts ?? null;
  }

  /** Id of the situation on screen; null between scripts. */
  situation(call: CallId): string | null {
    return callRules(this.#state, call)?.run?.situation ?? null;
  }

  /** Whether the caller is to be asked before hold or mute. */
  asksBefore(of: WaitKind, call: CallId, now: Instant): boolean {
    return viewRules(this.#state, this.#pack, this.#context(), now, call).askBeforeWait[of];
  }

  /** The pending steps of the script on this call; null if one press may end the call. */
  pending(call: CallId, now: Instant): PendingScript | null {
    const { guard } = viewRules(this.#state, this.#pack, this.#context(), now, call);
    if (!guard.guarded) return null;
    const { situation, pendingSteps, pendingMs } = guard;
    return { situation, pendingSteps, pendingMs };
  }
}
