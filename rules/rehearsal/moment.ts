import type { Instant } from '../../calls/call-event.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { RulesView, Suggestion } from '../call/rules-view.ts';

/** Something that a person watching the panel would point at. */
export type Moment =
  /** The phone or the ear reported it, or the agent did it by hand. */
  | { readonly at: Instant; readonly kind: 'fact'; readonly event: JournalEvent }
  | { readonly at: Instant; readonly kind: 'suggested'; readonly suggestion: Suggestion }
  | { readonly at: Instant; readonly kind: 'script'; readonly situation: string; readonly title: string }
  | { readonly at: Instant; readonly kind: 'step'; readonly situation: string; readonly text: string };

/** What came up between two views. What went away is not reported. */
export function momentsBetween(before: RulesView, after: RulesView, at: Instant): readonly Moment[] {
  const moments: Moment[] = [];
  const known = new Set(before.suggestions.map(({ situation }) => situation));
  for (const suggestion of after.suggestions) {
    if (!known.has(suggestion.situation)) moments.push({ at, kind: 'suggested', suggestion });
  }
  const { run } = after;
  if (run === null) return moments;
  const situation = run.situation.id;
  if (before.run?.situation.id !== situation) {
    moments.push({ at, kind: 'script', situation, title: run.title });
  }
  if (before.run?.situation.id !== situation || before.run.step.id !== run.step.id) {
    moments.push({ at, kind: 'step', situation, text: run.text });
  }
  return moments;
}
