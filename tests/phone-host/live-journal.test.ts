import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
const GIVEN_UP = { type: 'ended', call: 'a', at: 2000, end: { how: 'given-up' } } as const;
const GREETING: AgentEvent = {
  type: 'situation-picked',
  call: 'a',
  at: 5000,
  situation: 'greeting',
  by: 'event',
};

beforeEach(() => vi.useFakeTimers({ now: 1000 }));
afterEach(() => vi.useRealTimers());

/** A journal whose rules make one event due at its time. */
function journalWith(due: AgentEvent | null) {
  const entries: JournalEntry[] = [];
  let open = due;
  const journal = new LiveJournal({
    rules: {
      apply: ({ event }) => {
        if (event === open) open = null;
      },
      due: (now) => (open !== null && open.at <= now ? [open] : []),
      nextChangeAt: () => open?.at ?? null,
    },
    packKey: () => 'shipped',
    now: () => Date.now(),
    earlier: [],
    newestSeq: 41,
  });
  journal.subscribe((_phone, entry) => entries.push(entry));
  return { journal, entries };
}

test('entries are numbered on from the newest, and name their source and the pack in use', () => {
  const { journal, entries } = journalWith(null);
  journal.record('sip', RINGING);
  expect(entries).toEqual([{ seq: 42, source: 'sip', event: RINGING, pack: 'shipped' }]);
  expect(journal.newestSeq).toBe(42);
});

test('what time makes due is recorded at its time, once', () => {
  const { journal, entries } = journalWith(GREETING);
  journal.record('sip', RINGING);
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(3999);
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(entries.map(({ source, event }) => [source, event.type])).toEqual([
    ['sip', 'ringing'],
    ['host', 'situation-picked'],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(entries).toHaveLength(2);
});

test('a repeat and an impossible event leave no trace', () => {
  const { journal, entries } = journalWith(null);
  expect(journal.record('sip', RINGING)).toBe('recorded');
  expect(journal.record('other', RINGING)).toBe('repeat');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const held = { type: 'held', call: 'a', at: 1100, holdOriginator: 'local' } as const;
  expect(journal.record('sip', held)).toBe('impossible');
  expect(warn).toHaveBeenCalledWith('journal: refused, held while ringing');
  expect(entries).toHaveLength(1);
});

describe('the stream', () => {
  test('an observer gets each entry with the phone as that entry left it', () => {
    const { journal } = journalWith(null);
    const states: unknown[] = [];
    journal.subscribe((phone, { event }) => states.push([event.type, phone.calls[0]?.state]));
    journal.record('sip', RINGING);
    journal.record('sip', GIVEN_UP);
    expect(states).toEqual([
      ['ringing', 'ringing'],
      ['ended', 'ended'],
    ]);
  });

  test('an event that an observer records comes after the entry that it answers, to every observer', () => {
    const { journal } = journalWith(null);
    const seen: string[] = [];
    journal.subscribe((_phone, { event }) => {
      if (event.type === 'ringing') journal.record('sip', GIVEN_UP);
    });
    journal.subscribe((phone, { event }) => seen.push(`${event.type}: ${phone.calls[0]?.state}`));
    journal.record('sip', RINGING);
    expect(seen).toEqual(['ringing: ringing', 'ended: ended']);
  });

  test('observers are called in the order of subscription, until they unsubscribe', () => {
    const { journal } = journalWith(null);
    const seen: string[] = [];
    const unsubscribe = journal.subscribe(() => seen.push('first'));
    journal.subscribe(() => seen.push('second'));
    journal.record('sip', RINGING);
    unsubscribe();
    journal.record('sip', GIVEN_UP);
    expect(seen).toEqual(['first', 'second', 'second']);
  });

  test('an observer that throws keeps no other from its entry', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { journal } = journalWith(null);
    const seen: string[] = [];
    journal.subscribe(() => {
      throw new Error('broken');
    });
    journal.subscribe((_phone, { event }) => seen.push(event.type));
    journal.record('sip', RINGING);
    journal.record('sip', GIVEN_UP);
    expect(seen).toEqual(['ringing', 'ended']);
    expect(error).toHaveBeenCalledTimes(2);
  });
});

test('a journal starts no timer before it is started, and leaves none when it is stopped', () => {
  const { journal, entries } = journalWith(GREETING);
  expect(vi.getTimerCount()).toBe(0);
  journal.start();
  expect(vi.getTimerCount()).toBe(1);
  journal.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(entries).toEqual([]);
});
