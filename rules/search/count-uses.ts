import type { JournalEntry } from '../../calls/journal-entry.ts';

/** How often the agent chose each situation; what came up by itself says nothing of what an agent looks for. */
export function countUse(
  uses: ReadonlyMap<string, number>,
  { event }: JournalEntry,
): ReadonlyMap<string, number> {
  if (event.type !== 'situation-picked' || event.by === 'event') return uses;
  return new Map(uses).set(event.situation, (uses.get(event.situation) ?? 0) + 1);
}
