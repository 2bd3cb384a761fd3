import { expect, test, vi } from 'vitest';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { JournalWriter } from '../../phone-host/call/journal-writer.ts';

const event = (at: number) => ({ type: 'registered', at }) as const;

test('an entry is shown at once and stored right behind, in order', async () => {
  const shown: number[] = [];
  const stored: JournalEntry[] = [];
  const writer = new JournalWriter(
    {
      pack: () => 'shipped',
      sink: { append: async (entries) => void stored.push(...entries) },
      whenIdle: async () => {},
      broadcast: (entries) => void shown.push(...entries.map(({ seq }) => seq)),
      storageState: () => {},
    },
    41,
  );
  writer.append('jssip', event(1));
  writer.append('jssip', event(2));
  expect(shown).toEqual([42, 43]);
  expect(stored).toEqual([]);
  await writer.settled();
  expect(stored.map(({ seq }) => seq)).toEqual([42, 43]);
});

test('a failed write is said, keeps the entries and tries them again with the next', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let full = true;
  const states: string[] = [];
  const stored: number[] = [];
  const writer = new JournalWriter(
    {
      pack: () => 'shipped',
      sink: {
        append: async (entries) => {
          if (full) throw new DOMException('disk full', 'QuotaExceededError');
          stored.push(...entries.map(({ seq }) => seq));
        },
      },
      whenIdle: async () => {},
      broadcast: () => {},
      storageState: (state) => void states.push(state),
    },
    0,
  );
  writer.append('jssip', event(1));
  await writer.settled();
  full = false;
  writer.append('jssip', event(2));
  await writer.settled();
  expect(stored).toEqual([1, 2]);
  expect(states).toEqual(['failed', 'kept']);
});

test('asked to try again, it stores what it kept, with no new entry needed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let full = true;
  const states: string[] = [];
  const writer = new JournalWriter(
    {
      pack: () => 'shipped',
      sink: {
        append: async () => {
          if (full) throw new DOMException('disk full', 'QuotaExceededError');
        },
      },
      whenIdle: async () => {},
      broadcast: () => {},
      storageState: (state) => void states.push(state),
    },
    0,
  );
  writer.append('jssip', event(1));
  await writer.settled();
  full = false;
  writer.tryAgain();
  await writer.settled();
  writer.tryAgain();
  await writer.settled();
  expect(states).toEqual(['failed', 'kept']);
});

test('what was shown is drawn first: entries wait together until the page is idle', async () => {
  let nothingToDraw = () => {};
  const idle = new Promise<void>((resolve) => {
    nothingToDraw = resolve;
  });
  const batches: number[] = [];
  const writer = new JournalWriter(
    {
      pack: () => 'shipped',
      sink: { append: async (entries) => void batches.push(entries.length) },
      whenIdle: () => idle,
      broadcast: () => {},
      storageState: () => {},
    },
    0,
  );
  writer.append('jssip', event(1));
  writer.append('host', event(2));
  expect(batches).toEqual([]);
  nothingToDraw();
  await writer.settled();
  expect(batches).toEqual([2]);
});
