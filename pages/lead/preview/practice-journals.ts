import type { JournalEntry } from '../../../calls/journal-entry.ts';
import { parseJournalEntry } from '../../../calls/journal-entry.ts';

/** Written by tools/record-journals.ts, each named for its caller. */
const FILES = import.meta.glob<unknown>('../../../practice/journals/*.json', {
  import: 'default',
  eager: true,
});

/** What phone and ear reported of each practice caller, from the first ring (time 0) on. */
export const PRACTICE_JOURNALS: ReadonlyMap<string, readonly JournalEntry[]> = new Map(
  Object.entries(FILES).map(([file, entries]) => [
    file.replace(/^.*\/|\.json$/g, ''),
    (Array.isArray(entries) ? entries : []).flatMap((entry) => parseJournalEntry(entry) ?? []),
  ]),
);
