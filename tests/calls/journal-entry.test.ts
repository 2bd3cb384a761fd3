import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { callEvent, upToDate } from '../../calls/events/event-kind.ts';
import { type JournalEntry, parseJournalEntry, toStored } from '../../calls/journal-entry.ts';
import { PRACTICE_JOURNALS } from '../../pages/lead/preview/practice-journals.ts';
import { pack } from '../../scripts/pack.yaml';
import { arbitraryJournal } from '../helpers/arbitrary-journal.ts';

const muted: JournalEntry = {
  seq: 1,
  source: 'sip',
  event: { type: 'muted', call: 'a', at: 1_790_000_000_000 },
};
const stored = (event: object, more: object = {}) => ({ ...muted, event, v: 1, ...more });

describe('a stored journal entry', () => {
  it('is read back as it was written, whatever the event', () => {
    fc.assert(
      fc.property(arbitraryJournal(pack, 20), (journal) => {
        for (const entry of journal) {
          expect(parseJournalEntry(JSON.parse(JSON.stringify(toStored(entry))))).toEqual(entry);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is read in every practice journal', () => {
    for (const journal of PRACTICE_JOURNALS.values()) {
      expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, place) => place + 1));
    }
  });

  it.each([
    ['a type of a later release', stored({ ...muted.event, type: 'faxed' })],
    ['a version of a later release', stored(muted.event, { v: 2 })],
    ['a field that is missing', stored({ type: 'muted', at: 1 })],
    ['a field that is not known', stored({ ...muted.event, tone: 'flat' })],
    ['a value of another type', stored({ type: 'ended', call: 'a', at: 1, end: { how: 'vanished' } })],
    ['an endless time', stored({ ...muted.event, at: Number.POSITIVE_INFINITY })],
    ['a time in the far future', stored({ ...muted.event, at: 9e15 })],
    ['no event', { seq: 1, source: 'sip' }],
  ])('is skipped with %s', (_, record) => {
    expect(parseJournalEntry(record)).toBeNull();
  });

  it('is skipped or read, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseJournalEntry(value)));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void parseJournalEntry(stored({ ...muted.event, at: value }))),
    );
  });
});

describe('an event of an older version', () => {
  const labelled = callEvent(
    'labelled',
    { label: v.string() },
    {
      version: 2,
      migrate: ({ name, ...rest }, version) => (version === 1 ? { ...rest, label: name } : null),
    },
  );

  it('is migrated', () => {
    const old = { type: 'labelled', call: 'a', at: 1, name: 'vip' };
    expect(upToDate(labelled, old, 1)).toEqual({ type: 'labelled', call: 'a', at: 1, label: 'vip' });
  });

  it('is skipped where no migration leads to the present one', () => {
    expect(
      upToDate({ ...labelled, migrate: undefined }, { type: 'labelled', call: 'a', at: 1 }, 1),
    ).toBeNull();
  });
});
