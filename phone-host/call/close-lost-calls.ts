import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { JournalStore } from '../../storage/journal/journal-store.ts';
import { dayOf } from '../../storage/notes/day.ts';
import type { VaultState } from '../../storage/vault/vault.ts';

/**
 * Closes every call that an earlier host left open: its media ended with that host. Gives the
 * readable entries of the day's journal, with the new ones.
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
