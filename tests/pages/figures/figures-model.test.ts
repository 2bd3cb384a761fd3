import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Note } from '../../../contract/note/note.ts';
import { FiguresModel } from '../../../pages/figures/figures-model.ts';
import type { FiguresView } from '../../../pages/figures/figures-view.ts';
import { TeamLog } from '../../../pages/session/team-log.ts';
import { pack } from '../../../scripts/pack.yaml';
import { notesOfDays } from '../../../storage/notes/note-list.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { MORNING, Profile } from '../../helpers/profile.ts';

const WALK_IN = { kind: 'walk-in' } as const;

let profile: Profile;
let stores: Stores;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

test('without an unlock nothing is counted', async () => {
  const model = openModel(async () => null);
  await model.load();
  expect(model.view.value).toEqual({ state: 'locked' });
});

test('a figure opens its calls, masked, and closes again', async () => {
  const id = await stores.notes.create(WALK_IN, { surname: '王', text: '13900001234' });
  const model = openModel();
  await model.load();
  expect(opened(model).contact.walkIns).toEqual([id]);
  model.act({ do: 'open', title: '面谈', notes: opened(model).contact.walkIns });
  const [call] = opened(model).opened?.counted ?? [];
  expect(call).toMatchObject({ id, caller: expect.stringContaining('王') });
  expect(JSON.stringify(call)).not.toContain('13900001234');
  model.act({ do: 'close' });
  expect(opened(model).opened).toBeNull();
});

test('the pack in use names the situations, also one that is released while the page is open', async () => {
  const released = signal(pack);
  const model = new FiguresModel({
    ...{ notesOf: async () => [], teamLog: new TeamLog(stores), language: 'zh-CN', now: () => MORNING },
    get pack() {
      return released.value;
    },
  });
  await model.load();
  const [first] = pack.situations;
  if (first === undefined) throw new Error('The pack has no situation.');
  const title = { ...first.title, 'zh-CN': '本组的叫法' };
  released.value = { ...pack, situations: [{ ...first, title }, ...pack.situations.slice(1)] };
  expect(opened(model).situationTitles.get(first.id)).toBe('本组的叫法');
});

test('spans move by day, week and month, and end with today', async () => {
  const model = openModel();
  await model.load();
  expect(opened(model)).toMatchObject({ hasLater: false, span: { kind: 'day', firstDay: '2026-11-22' } });
  await model.act({ do: 'earlier' });
  expect(opened(model)).toMatchObject({ hasLater: true, span: { firstDay: '2026-11-21' } });
  await model.act({ do: 'span', kind: 'month' });
  expect(opened(model).span).toMatchObject({ firstDay: '2026-11-01', lastDay: '2026-11-30' });
  await model.act({ do: 'span', kind: 'week' });
  await model.act({ do: 'earlier' });
  await model.act({ do: 'later' });
  expect(opened(model)).toMatchObject({ hasLater: false, span: { kind: 'week', lastDay: '2026-11-22' } });
});

test('notes of a span that arrive after the next was chosen are dropped', async () => {
  const { note } = await storedNote();
  const pending: ((notes: readonly Note[]) => void)[] = [];
  const model = openModel(() => new Promise((resolve) => pending.push(resolve)));
  const first = model.load();
  const second = model.act({ do: 'earlier' });
  pending[1]?.([]);
  await second;
  pending[0]?.([note]);
  await first;
  expect(opened(model).contact.walkIns).toEqual([]);
});

function openModel(notesOf?: () => Promise<readonly Note[] | null>): FiguresModel {
  return new FiguresModel({
    notesOf:
      notesOf ??
      (async ({ firstDay, lastDay }) => (await notesOfDays(stores.notes, firstDay, lastDay)).notes),
    teamLog: new TeamLog(stores),
    ...{ pack, language: 'zh-CN', now: () => MORNING },
  });
}

function opened({ view }: FiguresModel): FiguresView & { state: 'open' } {
  if (view.value.state !== 'open') throw new Error('the figures are locked');
  return view.value;
}

async function storedNote() {
  const id = await stores.notes.create(WALK_IN);
  const read = await stores.notes.read(id);
  if (!read.ok) throw new Error(read.reason);
  return read;
}
