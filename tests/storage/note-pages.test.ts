import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_FIELDS } from '../../contract/note/note.ts';
import { deleteByNumber } from '../../storage/notes/delete-notes.ts';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { readPage } from '../../storage/search/note-pages.ts';
import { NoteSearch } from '../../storage/search/note-search.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const DAY_MS = 86_400_000;
const DAYS = 12;
const NOTES_A_DAY = 30;
/** Yesterday's: among the first that search reads. */
const YESTERDAY = MORNING + (DAYS - 2) * DAY_MS;

let profile: Profile;
let stores: Stores;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
  for (let day = 0; day < DAYS; day += 1) {
    profile.now = MORNING + day * DAY_MS;
    await stores.database.notes.bulkAdd(await Promise.all(Array.from({ length: NOTES_A_DAY }, note)));
  }
});
afterEach(() => profile.quit());

function note(_: unknown, index: number) {
  const id = crypto.randomUUID();
  const at = profile.now + index;
  const birth = { id, createdAt: at, updatedAt: at, contact: { kind: 'walk-in' } } as const;
  const isLate = index === 5 && profile.now === YESTERDAY;
  const contactNumber = index === 3 ? '139 0000 9999' : isLate ? '139 0000 8888' : '';
  return stores.notes.encrypt({ ...birth, ...EMPTY_FIELDS, contactNumber, text: `第${index}位 空调` }, 1);
}

async function found(typed: string, from: Stores = stores): Promise<number> {
  const search = new NoteSearch(from.notes);
  await search.filled;
  expect(search.share).toBe(1);
  const { notes } = await search.find(typed, 10_000);
  expect(notes.map(({ createdAt }) => createdAt)).toEqual(
    notes.map(({ createdAt }) => createdAt).sort((a, b) => b - a),
  );
  search.close();
  return notes.length;
}

describe('pages for search', () => {
  it('are written while search fills, and the next start opens them instead of the notes', async () => {
    expect(await found('空调')).toBe(DAYS * NOTES_A_DAY);
    expect(await stores.database.notePages.count()).toBeGreaterThan(0);
    const opened = vi.spyOn(crypto.subtle, 'decrypt');
    const search = new NoteSearch(stores.notes);
    await search.filled;
    expect(search.size).toBe(DAYS * NOTES_A_DAY);
    expect(opened.mock.calls.length).toBeLessThan(2 * NOTES_A_DAY);
    opened.mockRestore();
  });

  it('can be asked before they are all in, newest first', async () => {
    let goOn = () => {};
    const search = new NoteSearch(stores.notes, () => new Promise((resolve) => (goOn = resolve)));
    await vi.waitFor(() => expect(search.size).toBeGreaterThan(0));
    expect(search.share).toBeLessThan(1);
    const { notes } = await search.find('第7位', 1);
    expect(notes[0]?.createdAt).toBe(profile.now + 7);
    search.close();
    goOn();
    await search.filled;
  });

  it('do not hide a change that was made since, with or without a search open', async () => {
    await found('');
    const [old] = await stores.database.notes.orderBy('[agent+day]').limit(1).toArray();
    const opened = await NoteDraft.open(stores.notes, old?.id ?? '');
    if (!opened.ok) throw new Error(opened.reason);
    opened.draft.type({ text: '改成冰箱' });
    await opened.draft.settled();
    expect(await found('冰箱')).toBe(1);
    expect(await found('空调')).toBe(DAYS * NOTES_A_DAY - 1);
  });

  it('keep nothing of a number that was deleted', async () => {
    expect(await found('9999')).toBe(DAYS);
    const deleted = await deleteByNumber(stores.notes, stores.journal, '139 0000 9999');
    expect(deleted).toMatchObject({ ok: true, notes: DAYS });
    expect(await stores.database.notePages.count()).toBe(0);
    expect(await found('9999')).toBe(0);
  });

  it('are not written of notes that were deleted while search filled', async () => {
    let goOn = () => {};
    const search = new NoteSearch(stores.notes, () => new Promise((resolve) => (goOn = resolve)));
    await vi.waitFor(() => expect(search.size).toBeGreaterThan(0));
    const deleted = await deleteByNumber(stores.notes, stores.journal, '139 0000 8888');
    expect(deleted).toMatchObject({ ok: true, notes: 1 });
    const going = setInterval(() => goOn(), 1);
    await search.filled;
    clearInterval(going);
    search.close();
    const { database, codec } = stores;
    const pages = await Promise.all(
      (await database.notePages.toArray()).map(({ id }) => readPage(database, codec, id)),
    );
    expect(pages.flatMap((page) => page?.entries ?? []).filter(({ text }) => text.includes('8888'))).toEqual(
      [],
    );
    expect(await found('空调')).toBe(DAYS * NOTES_A_DAY - 1);
  });

  it('say nothing in clear, are shut by a sign-out, and a changed one is replaced', async () => {
    await found('');
    expect((await profile.bytesAtRest()).includes('空调')).toBe(false);
    const later = await profile.restart();
    expect(await found('空调', later)).toBe(0);
    await later.vault.unlock(PASSPHRASE);
    const [page] = await later.database.notePages.toArray();
    if (page === undefined) throw new Error('no page');
    const broken = { ...page.encrypted, ciphertext: page.encrypted.ciphertext.map((byte) => byte ^ 1) };
    await later.database.notePages.put({ ...page, encrypted: broken });
    expect(await found('空调', later)).toBe(DAYS * NOTES_A_DAY);
    expect(await later.database.notePages.get(page.id)).toBeUndefined();
  });
});
