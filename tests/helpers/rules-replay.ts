import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { dueEvents } from '../../rules/call/due-events.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';
import { NO_RULES, type RulesState } from '../../rules/call/rules-state.ts';
import type { RulesView } from '../../rules/call/rules-view.ts';
import { viewRules } from '../../rules/call/view-rules.ts';

export function foldJournal(journal: readonly JournalEntry[], pack: Pack, context: RulesContext): RulesState {
  return journal.reduce((state, entry) => foldRules(state, entry, pack, context), NO_RULES);
}

export function viewJournal(
  journal: readonly JournalEntry[],
  pack: Pack,
  context: RulesContext,
  now: number,
): RulesView {
  return viewRules(foldJournal(journal, pack, context), pack, context, now);
}

/**
 * The journal as the phone host keeps it: due events are appended before each entry and at the end.
 */
export function hostJournal(
  journal: readonly JournalEntry[],
  pack: Pack,
  context: RulesContext,
  now: number,
): readonly JournalEntry[] {
  const kept: JournalEntry[] = [];
  let state = NO_RULES;
  const append = (source: JournalEntry['source'], event: JournalEntry['event']) => {
    const entry: JournalEntry = { seq: kept.length + 1, source, event };
    kept.push(entry);
    state = foldRules(state, entry, pack, context);
  };
  const bringUpTo = (at: number) => {
    for (const event of dueEvents(state, pack, context, at)) append('host', event);
  };
  for (const { source, event } of journal) {
    bringUpTo(event.at);
    append(source, event);
  }
  bringUpTo(now);
  return kept;
}
