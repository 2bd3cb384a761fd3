import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AgentEvent } from '../../calls/agent-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { LiveJournal } from '../../phone-host/call/live-journal.ts';

const RINGING = {
  type: 'ringing',
  call: 'a',
  at: 1000,
  remoteParty: { number: '+86 139 0000 0001', displayName: null },
  queuedMs: null,
} as const;
const GREETING: AgentEvent = {
  type: 'situation-picked',
  call: 'a',
  at: 5000,
  situation: 'greeting',
  by: 'event',
};

beforeEach(() => vi.useFakeTimers({ now: 1000 }));
afterEach(() => vi.useRealTimers());

/** A journal whose rules make one thing due at a given time. */
function journalWith(due: AgentEvent | null) {
  const entries: JournalEntry[] = [];
  let open = due;
  const journal = new LiveJournal(
    {
      append: (source, event) => {
        const entry = { seq: entries.length + 1, source, event };
        entries.push(entry);
        return entry;
      },
      rules: {
        apply: ({ event }) => {
          if (event === open) open = null;
        },
        due: (now) => (open !== null && open.at <= now ? [open] : []),
        nextChangeAt: () => open?.at ?? null,
      },
      now: () => Date.now(),
      changed: () => {},
    },
    [],
  );
  return { journal, entries };
}

test('what time makes due is journaled at its time, once', () => {
  const { journal, entries } = journalWith(GREETING);
  journal.record('jssip', RINGING);
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(3999);
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(entries.map(({ source, event }) => [source, event.type])).toEqual([
    ['jssip', 'ringing'],
    ['host', 'situation-picked'],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(entries).toHaveLength(2);
});

test('a repeat and an impossible event leave no trace', () => {
  const { journal, entries } = journalWith(null);
  expect(journal.record('jssip', RINGING)).toBe('recorded');
  expect(journal.record('replay', RINGING)).toBe('repeat');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(journal.record('jssip', { type: 'held', call: 'a', at: 1100, holdOriginator: 'local' })).toBe(
    'impossible',
  );
  expect(warn).toHaveBeenCalledWith('journal: refused, held while ringing');
  expect(entries).toHaveLength(1);
});
