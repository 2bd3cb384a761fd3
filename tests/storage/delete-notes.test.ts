import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteContact } from '../../contract/note/note.ts';
import { readAudit } from '../../storage/audit-log.ts';
import { deleteByNumber, deleteExpired } from '../../storage/notes/delete-notes.ts';
import { exportNotes } from '../../storage/notes/export-notes.ts';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import { notesOfNumber } from '../../storage/notes/note-list.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { noteWords } from '../helpers/note-words.ts';
import { MORNING, Profile } from '../helpers/profile.ts';

const DAY_MS = 86_400_000;
let profile: Profile;
let stores: Stores;
let seq = 0;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  seq = 0;
});
afterEach(() => profile.quit());

describe("a person's right to be deleted", () => {
  it('removes notes, facts, undo and journal of the number, with or without a note, and nothing else', async () => {
    const hers = await call('a', '+8613900001234', '要删的');
    await call('b', '13900009999', '留下的');
    await ring('c', '013900001234');
    await ends('c');
    expect(await deleteByNumber(stores.notes, stores.journal, '139 0000 1234')).toEqual({
      ok: true,
      notes: 1,
      calls: 2,
      later: 0,
    });
    expect((await notesOfNumber(stores.notes, '13900001234')).notes).toEqual([]);
    expect(await stores.notes.read(hers)).toMatchObject({ reason: 'no-such-note' });
    expect(await callsOf()).toEqual(['b']);
    expect(await stores.database.undo.get(hers)).toBeUndefined();
    expect(await stores.database.outbox.get(['gone', hers])).toBeDefined();
    expect(await stores.database.outbox.get(['notes', hers])).toBeUndefined();
  });

  it('is recorded without the number', async () => {
    await call('a', '13900001234', '要删的');
    await deleteByNumber(stores.notes, stores.journal, '13900001234');
    const { entries } = await readAudit(stores);
    expect(entries).toEqual([{ kind: 'deleted-by-number', at: MORNING, notes: 1, calls: 1 }]);
  });

  it('waits for the agent to unlock, for half a deletion is none', async () => {
    await call('a', '13900001234', '要删的');
    const locked = await profile.restart();
    expect(await deleteByNumber(locked.notes, locked.journal, '13900001234')).toEqual({
      ok: false,
      reason: 'locked',
    });
  });
});

describe('retention', () => {
  it('keeps what is nowhere else, and says how many', async () => {
    await call('a', '13900001234', '旧的');
    profile.now += 100 * DAY_MS;
    await call('b', '13900001234', '新的');
    expect(await deleteExpired(stores.notes, profile.now - 30 * DAY_MS)).toEqual({ deleted: 0, kept: 1 });
    expect((await notesOfNumber(stores.notes, '13900001234')).notes).toHaveLength(2);
  });

  it('deletes what was exported in full, but not what changed since, and not for a masked copy', async () => {
    const request = {
      format: 'json',
      from: MORNING,
      to: MORNING,
      words: noteWords,
      timeZone: 'UTC',
    } as const;
    await call('a', '13900001234', '导出过');
    const changed = await call('b', '13900001234', '导出后又改');
    await exportNotes(stores.notes, { ...request, masked: true });
    const due = MORNING + DAY_MS;
    expect(await deleteExpired(stores.notes, due)).toEqual({ deleted: 0, kept: 2 });
    await exportNotes(stores.notes, { ...request, masked: false });
    await type(changed, '改过了');
    expect(await deleteExpired(stores.notes, due)).toEqual({ deleted: 1, kept: 1 });
    expect(await callsOf()).toEqual(['b']);
  });

  it('deletes what was synced', async () => {
    await call('a', '13900001234', '已同步');
    await stores.database.outbox.clear();
    expect(await deleteExpired(stores.notes, MORNING + DAY_MS)).toEqual({ deleted: 1, kept: 0 });
    expect(await stores.database.journal.count()).toBe(0);
  });
});

async function callsOf(): Promise<string[]> {
  const { entries } = await stores.journal.load({ sinceSeq: 0 });
  return [...new Set(entries.flatMap(({ event }) => ('call' in event ? [event.call] : [])))];
}

async function ring(id: string, number: string): Promise<void> {
  seq += 1;
  const remoteParty = { number, displayName: null };
  const event = { type: 'ringing', call: id, at: profile.now, remoteParty, queuedMs: null } as const;
  await stores.journal.append([{ seq, source: 'jssip', event }]);
}

async function ends(id: string): Promise<void> {
  const at = profile.now;
  for (const event of [
    { type: 'ended', call: id, at, end: { how: 'lost' } },
    { type: 'wrap-up-finished', call: id, at },
  ] as const) {
    seq += 1;
    await stores.journal.append([{ seq, source: 'jssip', event }]);
  }
}

async function call(id: string, number: string, text: string): Promise<string> {
  await ring(id, number);
  const contact: NoteContact = {
    ...{ kind: 'call', call: id, direction: 'inbound', number, displayName: null, startedAt: profile.now },
  };
  const note = await stores.notes.create(contact);
  await type(note, text);
  await ends(id);
  return note;
}

async function type(note: string, text: string): Promise<void> {
  const opened = await NoteDraft.open(stores.notes, note);
  if (!opened.ok) throw new Error(opened.reason);
  opened.draft.type({ text });
  await opened.draft.settled();
  opened.draft.close();
}
