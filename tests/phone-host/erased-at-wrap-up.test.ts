import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { NoteRecorder } from '../../phone-host/call/note-recorder.ts';
import { deleteByNumber } from '../../storage/notes/delete-notes.ts';
import { finishDeletions } from '../../storage/notes/finish-deletions.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { MORNING, Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';
import { FakeStream } from './fake-stream.ts';

const call = 'call-1';
const NUMBER = '+8613900001234';
const remoteParty = { number: NUMBER, displayName: null };
const originalTarget = { number: '+8613900005678', displayName: null };

let profile: Profile;
let stores: Stores;
let journal: FakeStream;
let seq: number;
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  journal = new FakeStream();
  seq = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  profile.quit();
});

/** `settled`: when the recorder may read what was journaled. */
function records(settled: () => Promise<void> = async () => {}): void {
  const recorder = new NoteRecorder({
    ...{ journal, stores },
    writer: { settled },
    settings: { value: DEFAULT_SETTINGS },
    serverClock: { offset: null },
    facts: { report: () => {} },
  });
  recorder.start();
}

async function happens(event: JournalEvent): Promise<void> {
  seq += 1;
  journal.record('sip', event);
  await stores.journal.append([{ seq, source: 'agent', event }]);
}

const rings: JournalEvent = { type: 'ringing', call, at: MORNING + 1_000, remoteParty, queuedMs: null };
const diverted: JournalEvent = { type: 'diverted', call, at: MORNING + 1_500, originalTarget };
const ends: JournalEvent = { type: 'ended', call, at: MORNING + 3_000, end: { how: 'lost' } };

async function tracesOfCall() {
  const { notes, facts, journal: entries, laterDeletions, outbox } = stores.database;
  const unsent = (await outbox.toArray()).filter(({ table }) => table !== 'gone');
  const counts = await Promise.all([notes, facts, entries, laterDeletions].map((table) => table.count()));
  return [...counts, unsent.length];
}

const answers: JournalEvent = { type: 'answered', call, at: MORNING + 2_000 };
const isWrappedUp: JournalEvent = { type: 'wrap-up-finished', call, at: MORNING + 4_000 };

test.each([
  { of: 'that nobody answered', before: [rings, diverted], after: [ends] },
  { of: 'that was wrapped up', before: [rings, diverted, answers, ends], after: [isWrappedUp] },
])('a call $of is erased while its facts are computed: nothing of it is made anew', async (story) => {
  const { before, after } = story;
  let goOn = () => {};
  let isHeld = false;
  let waits = 0;
  records(async () => {
    if (isHeld) {
      waits += 1;
      await new Promise<void>((resolve) => (goOn = resolve));
    }
  });
  for (const event of before) await happens(event);
  await until('the note is made', async () => (await stores.notes.noteOfCall(call)) !== null);
  expect(await deleteByNumber(stores.notes, stores.journal, NUMBER)).toMatchObject({ later: 1 });
  const load = stores.journal.load.bind(stores.journal);
  const loaded = vi.spyOn(stores.journal, 'load').mockImplementation(async (query) => {
    const reading = await load(query);
    await finishDeletions(stores.notes);
    return reading;
  });
  isHeld = true;
  for (const event of after) await happens(event);
  await until('the recorder waits for the journal', () => waits === 1);
  goOn();
  await until('the journal was read', () => loaded.mock.calls.length === 1);
  isHeld = false;
  // The recorder works in order: the note of another call is made after that of this one.
  await happens({ ...rings, call: 'call-2', remoteParty: { number: '8001', displayName: null } });
  await until('the next call has a note', async () => (await stores.notes.noteOfCall('call-2')) !== null);
  expect(await tracesOfCall()).toEqual([1, 0, 1, 0, 1]);
});

test('facts that are computed after the note was deleted do not make another', async () => {
  let goOn = () => {};
  let waits = 0;
  records(async () => {
    waits += 1;
    if (waits === 2) await new Promise<void>((resolve) => (goOn = resolve));
  });
  await happens(rings);
  await until('the note is made', async () => (await stores.notes.noteOfCall(call)) !== null);
  await happens(answers);
  await happens(ends);
  await until('the end is being recorded', () => waits === 2);
  expect(await deleteByNumber(stores.notes, stores.journal, NUMBER)).toMatchObject({ later: 1 });
  await happens(isWrappedUp);
  await finishDeletions(stores.notes);
  goOn();
  await until('the wrap-up was recorded', () => waits === 3);
  await happens({ ...rings, call: 'call-2', remoteParty: { number: '8001', displayName: null } });
  await until('the next call has a note', async () => (await stores.notes.noteOfCall('call-2')) !== null);
  expect(await tracesOfCall()).toEqual([1, 0, 1, 0, 1]);
});
