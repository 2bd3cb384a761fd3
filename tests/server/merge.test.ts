import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let office: Seat;
let home: Seat;
beforeAll(async () => {
  bed = await serverBed();
  office = await bed.seat('agent', await bed.organisation());
  home = await bed.device(office);
});
afterAll(async () => await bed.close());

const nine = Date.parse('2026-11-22T09:00:00+08:00');

async function stored(id: string) {
  const { items } = await pullAll(bed, home);
  return items.find((item) => item.type === 'note' && item.id === id);
}

/** A note at the server's revision 1, which both devices have. */
async function shared(id = crypto.randomUUID()) {
  const note = noteOf(id, nine, { text: '来电' });
  await push(bed, office, noteItem(note));
  return note;
}

test('two devices that changed different fields: both changes stay', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, surname: '王', updatedAt: nine + 1 }, 2, 1));
  const later = noteItem({ ...note, settled: true, updatedAt: nine + 2 }, 1, 1);
  expect(await push(bed, home, later)).toEqual([{ outcome: 'merged', revision: 3 }]);
  expect(await stored(note.id)).toMatchObject({
    revision: 3,
    note: { surname: '王', settled: true, text: '来电' },
    overruled: [],
  });
});

test('both changed the text: the later hand’s stays, the earlier is kept in the history', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, text: '桌上写的', updatedAt: nine + 10 }, 2, 1));
  const later = noteItem({ ...note, text: '家里写的', updatedAt: nine + 20 }, 1, 1);
  expect(await push(bed, home, later)).toEqual([{ outcome: 'applied', revision: 3 }]);
  expect(await stored(note.id)).toMatchObject({
    note: { text: '家里写的' },
    overruled: [{ fields: { text: '桌上写的' } }],
  });
});

test('the later hand wins also when it arrives first', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, text: '后写先到', updatedAt: nine + 20 }, 2, 1));
  const earlier = noteItem({ ...note, text: '先写后到', tags: ['急'], updatedAt: nine + 10 }, 1, 1);
  expect(await push(bed, home, earlier)).toEqual([{ outcome: 'merged', revision: 3 }]);
  expect(await stored(note.id)).toMatchObject({
    note: { text: '后写先到', tags: ['急'], updatedAt: nine + 20 },
    overruled: [{ fields: { text: '先写后到' } }],
  });
});

test('what lost once does not win later because the device had not yet pulled', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, text: '后写', updatedAt: nine + 20 }, 2, 1));
  await push(bed, home, noteItem({ ...note, text: '先写', updatedAt: nine + 10 }, 1, 1));
  // The other device changes another field, still from revision 1.
  await push(bed, home, noteItem({ ...note, text: '先写', satisfied: true, updatedAt: nine + 30 }, 2, 1));
  expect(await stored(note.id)).toMatchObject({ note: { text: '后写', satisfied: true } });
});

test('a device that took the merge in is not in conflict any more', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, text: '一', updatedAt: nine + 10 }, 2, 1));
  const merged = await stored(note.id);
  if (merged?.type !== 'note') throw new Error('no note');
  const goesOn = { ...merged.note, text: '一、二', updatedAt: nine + 30 };
  expect(await push(bed, home, noteItem(goesOn, 1, merged.revision))).toMatchObject([{ outcome: 'applied' }]);
  expect(await stored(note.id)).toMatchObject({ note: { text: '一、二' }, overruled: [] });
});

test('a common ground that nobody knows: the later note stays whole, the other in the history', async () => {
  const note = await shared();
  await push(bed, office, noteItem({ ...note, text: '甲', updatedAt: nine + 10 }, 2, 1));
  await push(bed, home, noteItem({ ...note, text: '乙', updatedAt: nine + 20 }, 1, 77));
  expect(await stored(note.id)).toMatchObject({
    note: { text: '乙' },
    overruled: [{ fields: { text: '甲' } }],
  });
});
