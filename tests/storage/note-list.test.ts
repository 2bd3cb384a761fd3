import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteContact } from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { notesOfDay, notesOfNumber } from '../../storage/notes/note-list.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

const DAY_MS = 86_400_000;
const from = (call: string, number: string): NoteContact => ({
  ...{ kind: 'call', call, direction: 'inbound', number, displayName: null, startedAt: 1 },
});

let profile: Profile;
let stores: Stores;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

describe("today's list", () => {
  it('shows the newest first and yesterday not at all', async () => {
    await stores.notes.create(from('y', '13900001234'));
    profile.now += DAY_MS;
    await stores.notes.create(from('a', '13900001234'), { text: '先' });
    profile.now += 60_000;
    await stores.notes.create(from('b', '01088880000'), { text: '后' });
    const list = await notesOfDay(stores.notes);
    expect(list.notes.map(({ text }) => text)).toEqual(['后', '先']);
    expect(list).toMatchObject({ locked: 0, tampered: 0 });
  });

  it('says how many notes are locked after a crash in the middle of the day', async () => {
    await stores.notes.create(from('a', '13900001234'));
    const later = await profile.restart();
    await later.notes.create(from('b', '13900001234'));
    expect(await notesOfDay(later.notes)).toMatchObject({ notes: { length: 1 }, locked: 1 });
  });
});

describe('what we know of a ringing number', () => {
  it('comes up however the number is written, over browser starts', async () => {
    await stores.notes.create(from('a', '+86 139-0000-1234'), { text: '第一次' });
    const later = await profile.restart();
    await later.vault.unlock(PASSPHRASE);
    profile.now += DAY_MS;
    await later.notes.create(from('b', '013900001234'), { text: '第二次' });
    const history = await notesOfNumber(later.notes, '13900001234');
    expect(history.notes.map(({ text }) => text)).toEqual(['第二次', '第一次']);
    expect(history.complete).toBe(true);
    expect((await notesOfNumber(later.notes, '13900001235')).notes).toEqual([]);
  });

  it('is only what this start wrote while locked, and says so', async () => {
    await stores.notes.create(from('a', '13900001234'));
    const later = await profile.restart();
    await later.notes.create(from('b', '13900001234'));
    const history = await notesOfNumber(later.notes, '13900001234');
    expect(history).toMatchObject({ notes: { length: 1 }, complete: false });
  });

  it('includes notes that name it as the number to call back', async () => {
    await stores.notes.create(from('a', 'anonymous'), { contactNumber: '139 0000 1234' });
    expect((await notesOfNumber(stores.notes, '+8613900001234')).notes).toHaveLength(1);
    expect((await notesOfNumber(stores.notes, 'anonymous')).notes).toHaveLength(0);
  });
});

it.each([
  ['+8613900001234', '13900001234'],
  ['008613900001234', '13900001234'],
  ['013900001234', '13900001234'],
  ['139 0000 1234', '13900001234'],
  ['13900001234', '13900001234'],
  ['+86 10 8888 0000', '1088880000'],
  ['010-88880000', '1088880000'],
  ['86880000', '86880000'],
  ['+1 202 555 0100', '12025550100'],
  ['anonymous', null],
  ['', null],
])('writes %s as %s', (signalled, form) => {
  expect(numberForm(signalled)).toBe(form);
});
