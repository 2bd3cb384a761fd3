import { expect, test, vi } from 'vitest';
import { JournalWriter } from '../../phone-host/call/journal-writer.ts';
import { FakeStream } from './fake-stream.ts';

/** A writer on a disk that can be full, and on a page that can be busy drawing. */
function writerBed() {
  const journal = new FakeStream();
  const bed = { full: false, idle: Promise.resolve() };
  const batches: number[][] = [];
  const states: unknown[] = [];
  const writer = new JournalWriter({
    journal,
    store: {
      append: async (entries) => {
        if (bed.full) throw new DOMException('disk full', 'QuotaExceededError');
        batches.push(entries.map(({ seq }) => seq));
      },
    },
    facts: { report: ({ storage }) => states.push(storage) },
    whenIdle: () => bed.idle,
  });
  writer.start();
  const record = (at: number) => journal.record('sip', { type: 'registered', at });
  return { journal, bed, batches, states, writer, record };
}

test('entries are stored after they were recorded, in order', async () => {
  const { batches, writer, record } = writerBed();
  record(1);
  record(2);
  expect(batches).toEqual([]);
  await writer.settled();
  expect(batches.flat()).toEqual([1, 2]);
});

test('a failed write is reported, and its entries are stored with the next one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { bed, batches, states, writer, record } = writerBed();
  bed.full = true;
  record(1);
  await writer.settled();
  bed.full = false;
  record(2);
  await writer.settled();
  expect(batches).toEqual([[1, 2]]);
  expect(states).toEqual(['failed', 'kept']);
});

test('asked to try again, it stores what it kept; with nothing to store it does nothing', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { bed, states, writer, record } = writerBed();
  bed.full = true;
  record(1);
  await writer.settled();
  bed.full = false;
  writer.tryAgain();
  await writer.settled();
  writer.tryAgain();
  await writer.settled();
  expect(states).toEqual(['failed', 'kept']);
});

test('entries wait together until the page has drawn', async () => {
  let drawn = () => {};
  const { bed, batches, writer, record } = writerBed();
  bed.idle = new Promise((resolve) => {
    drawn = resolve;
  });
  record(1);
  record(2);
  expect(batches).toEqual([]);
  drawn();
  await writer.settled();
  expect(batches).toEqual([[1, 2]]);
});

test('stopping waits for the last write, and later entries are ignored', async () => {
  const { journal, batches, writer, record } = writerBed();
  record(1);
  await writer.stop();
  record(2);
  await writer.settled();
  expect(batches).toEqual([[1]]);
  expect(journal.observers).toBe(0);
});
