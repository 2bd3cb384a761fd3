import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { NoteSearch } from '../../storage/search/note-search.ts';
import type { SearchEntry } from '../../storage/search/search-entry.ts';
import { SearchIndex } from '../../storage/search/search-index.ts';
import { parseSearchQuery } from '../../storage/search/search-query.ts';
import { Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';

const DAY_MS = 86_400_000;

describe('searching the notes', () => {
  let profile: Profile;
  let stores: Stores;

  beforeEach(async () => {
    profile = new Profile();
    stores = await profile.signedIn();
    const call = (id: string, number: string) =>
      ({ kind: 'call', call: id, direction: 'inbound', number, displayName: null, startedAt: 1 }) as const;
    await stores.notes.create(call('a', '+8613900001234'), { text: '空调不制冷,要求退款', tags: ['退款'] });
    profile.now += DAY_MS;
    await stores.notes.create(call('b', '01088880000'), { surname: '欧阳', text: '询问 WiFi 型号' });
    profile.now += DAY_MS;
    await stores.notes.create({ kind: 'walk-in' }, { text: '空调安装', contactNumber: '139 0000 9999' });
  });
  afterEach(() => profile.quit());

  it.each([
    ['空调', ['空调安装', '空调不制冷,要求退款']],
    ['不制冷', ['空调不制冷,要求退款']],
    ['空调 退款', ['空调不制冷,要求退款']],
    ['#退款', ['空调不制冷,要求退款']],
    ['#退', []],
    ['欧阳', ['询问 WiFi 型号']],
    ['wifi', ['询问 WiFi 型号']],
    ['ＷＩＦＩ', ['询问 WiFi 型号']],
    ['1390000', ['空调安装', '空调不制冷,要求退款']],
    ['139-0000-9999', ['空调安装']],
    ['2026-11-23', ['询问 WiFi 型号']],
    ['2026-11-23.. 空调', ['空调安装']],
    ['..2026-11-22', ['空调不制冷,要求退款']],
    ['2026-12', []],
    ['冰箱', []],
    ['', ['空调安装', '询问 WiFi 型号', '空调不制冷,要求退款']],
  ])('%j finds %j', async (typed, texts) => {
    const search = await filled(stores);
    expect((await search.find(typed)).notes.map(({ text }) => text)).toEqual(texts);
  });

  it('tells of each change once it can be found, and finds nothing that was deleted while it was read', async () => {
    const found: Promise<number>[] = [];
    const search: NoteSearch = new NoteSearch(
      stores.notes,
      async () => {},
      () => found.push(search.find('').then(({ notes }) => notes.length)),
    );
    await search.filled;
    await stores.notes.create({ kind: 'walk-in' }, { text: '滚筒洗衣机' });
    await until('it is told', () => found.length > 0);
    expect(await Promise.all(found)).toEqual([4]);
    const [note] = (await search.find('滚筒')).notes;
    stores.notes.ports.changes.announce({ kind: 'stored', id: note?.id ?? '', revision: 2 });
    stores.notes.ports.changes.announce({ kind: 'deleted', id: note?.id ?? '' });
    await stores.notes.create({ kind: 'walk-in' }, { text: '后来的' });
    await until('the later one is told', () => found.length > 1);
    expect((await search.find('滚筒')).notes).toEqual([]);
    search.close();
  });

  it('follows what is typed meanwhile, here and in another panel', async () => {
    const search = await filled(stores);
    const panel = await profile.page();
    const id = await panel.notes.create({ kind: 'walk-in' });
    const opened = await NoteDraft.open(panel.notes, id);
    if (!opened.ok) throw new Error(opened.reason);
    opened.draft.type({ text: '滚筒洗衣机' });
    await until('the new words are found', async () => (await search.find('滚筒')).notes.length === 1);
    opened.draft.type({ text: '冰箱' });
    await until('the old words are gone', async () => (await search.find('滚筒')).notes.length === 0);
  });

  it('counts what a locked start cannot read', async () => {
    const locked = await profile.restart();
    const search = await filled(locked);
    expect([search.size, search.unread]).toEqual([0, 3]);
  });
});

async function filled(stores: Stores): Promise<NoteSearch> {
  const search = new NoteSearch(stores.notes);
  await search.filled;
  return search;
}

it('finds exactly what a plain look through all entries finds', () => {
  const text = fc.stringMatching(/^[空调退款ab1 ]{0,12}$/);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), text, fc.nat(9), (texts, wanted, limit) => {
      const index = new SearchIndex();
      const entries = texts.map((one, at) => entry(String(at), one));
      for (const one of entries) index.put(one);
      const words = parseSearchQuery(wanted).words;
      const plain = entries.filter((one) => words.every((word) => one.text.includes(word))).reverse();
      expect(index.find(parseSearchQuery(wanted), limit)).toEqual({
        ids: plain.slice(0, limit).map(({ id }) => id),
        more: plain.length > limit,
      });
    }),
  );
});

it('spans blocks, replaces and removes', () => {
  const index = new SearchIndex();
  for (let at = 0; at < 10_000; at += 1)
    index.put(entry(String(at), at % 1000 === 7 ? `第${at}号 退款` : '其他'));
  expect(index.find(parseSearchQuery('退款')).ids).toEqual([
    '9007',
    '8007',
    '7007',
    '6007',
    '5007',
    '4007',
    '3007',
    '2007',
    '1007',
    '7',
  ]);
  index.put(entry('5007', '改了'));
  index.remove('4007');
  expect(index.find(parseSearchQuery('退款'), 99).ids).not.toContain('5007');
  expect(index.find(parseSearchQuery('退款'), 99).ids).not.toContain('4007');
  expect(index.find(parseSearchQuery('改了')).ids).toEqual(['5007']);
  expect(index.size).toBe(9_999);
});

function entry(id: string, text: string): SearchEntry {
  return { id, createdAt: Number(id), day: '2026-11-22', tags: [], text };
}
