import type { JournalEntry } from '../../calls/journal-entry.ts';
import { dayOf } from '../../storage/notes/day.ts';
import type { Stores } from '../../storage/open-stores.ts';

/**
 * First today's journal, and the calls that are still open or whose wrap-up was begun and not
 * finished, of whichever day; later the entries after `seq`.
 */
export async function loadTodaysJournal(
  { journal, vault }: Pick<Stores, 'journal' | 'vault'>,
  seq: number,
  now = Date.now(),
): Promise<readonly JournalEntry[]> {
  if (vault.state.state === 'not-set-up') return [];
  if (seq > 0) return (await journal.load({ sinceSeq: seq })).entries;
  const today = (await journal.load({ day: dayOf(now) })).entries;
  const known = new Set(today.map((entry) => entry.seq));
  const open = (await journal.openCalls()).map(({ call }) => call);
  const begun = await journal.begunWrapUps();
  const calls = [...new Set([...begun, ...open])].filter((call) => call !== null);
  const older = await Promise.all(calls.map(async (call) => (await journal.load({ call })).entries));
  return [...older.flat().filter((entry) => !known.has(entry.seq)), ...today];
}
