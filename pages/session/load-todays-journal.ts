import type { JournalEntry } from '../../calls/journal-entry.ts';
import { dayOf } from '../../storage/notes/day.ts';
import type { Stores } from '../../storage/open-stores.ts';

/** First today's journal and calls still open from yesterday; later the entries after `seq`. */
export async function loadTodaysJournal(stores: Stores, seq: number): Promise<readonly JournalEntry[]> {
  const { journal, vault } = stores;
  if (vault.state.state === 'not-set-up') return [];
  if (seq > 0) return (await journal.load({ sinceSeq: seq })).entries;
  const today = (await journal.load({ day: dayOf(Date.now()) })).entries;
  const known = new Set(today.map((entry) => entry.seq));
  const open = await journal.openCalls();
  const older = await Promise.all(
    open.map(async ({ call }) => (call === null ? [] : (await journal.load({ call })).entries)),
  );
  return [...today, ...older.flat().filter((entry) => !known.has(entry.seq))];
}
