import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { JournalStore } from '../../storage/journal/journal-store.ts';
import { dayOf } from '../../storage/notes/day.ts';
import type { VaultState } from '../../storage/vault/vault.ts';

/**
 * Closes every call that a host before this one left open: its media died with that host. Gives what can be read of the
 * day's journal, the closings included.
 */
export async function closeLostCalls(
  journal: JournalStore,
  vault: VaultState,
  now: number,
): Promise<readonly JournalEntry[]> {
  if (vault.state === 'not-set-up') return [];
  let seq = await journal.newestSeq();
  for (const open of await journal.openCalls()) {
    seq += 1;
    await journal.closeAsLost(open, seq, now);
  }
  return (await journal.load({ day: dayOf(now) })).entries;
}
