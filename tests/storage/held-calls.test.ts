import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { NoteContact } from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { deleteByNumber, deleteExpired } from '../../storage/notes/delete-notes.ts';
import { finishDeletions } from '../../storage/notes/finish-deletions.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { applyPulled } from '../../storage/sync/apply-pulled.ts';
import { settlePush } from '../../storage/sync/settle-push.ts';
import { openDraft } from '../helpers/note-of-a-call.ts';
import { Profile } from '../helpers/profile.ts';

const NUMBER = '+8613900001234';
/** A server at which the number is erased. */
const SERVER = {
  checkNumbers: async (numbers: readonly string[]) => {
    const value = numbers.map((number) => (numberForm(number) === numberForm(NUMBER) ? profile.now : null));
    return { ok: true, value } as const;
  },
};
const HOUR_MS = 3_600_000;

let profile: Profile;
let stores: Stores;
let seq = 0;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  seq = 0;
});
afterEach(() => profile.quit());

async function happens(...events: readonly JournalEntry['event'][]): Promise<void> {
  for (const event of events) {
    seq += 1;
    await stores.journal.append([{ seq, source: 'jssip', event }]);
  }
}

const of = (call: string) => ({ call, at: profile.now });
const rings = (call: string) =>
  happens({
    ...of(call),
    ...{ type: 'ringing', remoteParty: { number: NUMBER, displayName: null }, queuedMs: null },
  });
const isAnswered = (call: string) => happens({ ...of(call), type: 'answered' });
const ends = (call: string) => happens({ ...of(call), type: 'ended', end: { how: 'lost' } });
const isWrappedUp = (call: string) => happens({ ...of(call), type: 'wrap-up-finished' });

/** A call that is up, with a note being written. */
async function talking(call: string): Promise<string> {
  await rings(call);
  await isAnswered(call);
  return await noteOf(call);
}

async function noteOf(call: string): Promise<string> {
  const contact: NoteContact = {
    ...{ kind: 'call', call, direction: 'inbound', number: NUMBER, displayName: null },
    startedAt: profile.now,
  };
  const id = await stores.notes.create(contact);
  const draft = await openDraft(stores.notes, id);
  draft.type({ text: '正在说' });
  await draft.settled();
  draft.close();
  return id;
}

const journaled = async (call: string) =>
  (await stores.journal.load({ call })).entries.map(({ event }) => event.type);

/** Every way in which a note or a call can be deleted. */
const WAYS: readonly (readonly [string, (note: string) => Promise<unknown>, 'server too' | 'here'])[] = [
  [
    'the agent erases the number in options',
    () => deleteByNumber(stores.notes, stores.journal, NUMBER),
    'server too',
  ],
  [
    'the team erases the number',
    async () => {
      await applyPulled(stores, [{ type: 'erased', erasure: 7 }], SERVER);
    },
    'here',
  ],
  [
    'another device deletes the note',
    (note) => applyPulled(stores, [{ type: 'gone', of: 'note', id: note }], SERVER),
    'here',
  ],
  [
    'the server answers a push with “gone”',
    async (note) => {
      const row = await stores.database.outbox.get(['notes', note]);
      const reading = await stores.notes.read(note);
      if (row === undefined || !reading.ok) throw new Error('nothing to push');
      const item = { type: 'note', id: note, revision: row.revision, base: 0, note: reading.note } as const;
      await settlePush(stores, [{ row, item }], [{ outcome: 'gone' }]);
    },
    'here',
  ],
  [
    'retention is over',
    async () => {
      await stores.database.outbox.clear();
      await deleteExpired(stores.notes, profile.now + 48 * HOUR_MS);
    },
    'here',
  ],
];

describe.each(WAYS)('%s', (_, deletes, where) => {
  it('while that caller talks: call and note stay until the wrap-up is finished, and go then', async () => {
    const note = await talking('live');
    await deletes(note);
    expect(await journaled('live')).toEqual(['ringing', 'answered']);
    expect(await stores.notes.read(note)).toMatchObject({ ok: true, note: { text: '正在说' } });

    await ends('live');
    await finishDeletions(stores.notes);
    expect(await stores.notes.read(note)).toMatchObject({ ok: true });

    await isWrappedUp('live');
    await finishDeletions(stores.notes);
    expect(await stores.notes.read(note)).toMatchObject({ ok: false, reason: 'no-such-note' });
    expect(await journaled('live')).toEqual([]);
    expect((await stores.database.outbox.get(['gone', note])) !== undefined).toBe(where === 'server too');
  });

  it('a wrap-up that nobody finishes keeps it for 24 hours, also over a restart', async () => {
    const note = await talking('live');
    await deletes(note);
    await ends('live');
    profile.now += 23 * HOUR_MS;
    await finishDeletions(stores.notes);
    expect(await stores.notes.read(note)).toMatchObject({ ok: true });
    profile.now += 2 * HOUR_MS;
    stores = await profile.restart();
    await finishDeletions(stores.notes);
    expect(await stores.database.notes.get(note)).toBeUndefined();
  });
});

it('a call that nobody answered is deleted at once, with the note of its missing', async () => {
  await rings('missed');
  const note = await noteOf('missed');
  await ends('missed');
  expect(await deleteByNumber(stores.notes, stores.journal, NUMBER)).toMatchObject({ calls: 1, later: 0 });
  expect(await journaled('missed')).toEqual([]);
  expect(await stores.notes.read(note)).toMatchObject({ ok: false });
});

it('a call that rings stays, and the one before goes', async () => {
  const before = await talking('before');
  await ends('before');
  await isWrappedUp('before');
  await rings('now');
  expect(await deleteByNumber(stores.notes, stores.journal, NUMBER)).toMatchObject({
    ...{ notes: 1, calls: 1, later: 1 },
  });
  expect(await stores.notes.read(before)).toMatchObject({ ok: false });
  expect(await journaled('now')).toEqual(['ringing']);
});
