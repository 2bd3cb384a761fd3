import * as v from 'valibot';
import type { JournalEntry } from '../../calls/journal-entry.ts';

const entrySchema = v.looseObject({
  seq: v.pipe(v.number(), v.integer()),
  source: v.string(),
  event: v.looseObject({ type: v.string(), at: v.number(), call: v.optional(v.string()) }),
});

/**
 * An entry read back. The codec vouches that this product wrote it; types that another version wrote and this one
 * does not know pass through, and the folds pass over them. Null if it is no entry at all.
 */
export function parseJournalEntry(record: unknown): JournalEntry | null {
  return v.is(entrySchema, record) ? (record as unknown as JournalEntry) : null;
}
