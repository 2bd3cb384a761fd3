import type { JournalEntry } from '../../calls/journal-entry.ts';

/** How often the agent chose each situation; scripts that came up by trigger do not count. */
export function countUse(
  uses: ReadonlyMap<string, number>,
  { event }: JournalEntry,
): ReadonlyMap<string, number> {
  if (event.type !== 'situation-picked' || event.by === 'event') return uses;
  return new Map(uses).set(event.situation, (uses.get(event.situation) ?? 0) + 1);
}
