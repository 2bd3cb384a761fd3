import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordsAction } from '../../../pages/panel/records/records-view.ts';
import { forgetNotes } from '../../../storage/sync/forget-notes.ts';
import { CALL, openDraft } from '../../helpers/note-of-a-call.ts';
import { orderOpened } from '../../helpers/server/sync-story.ts';
import { until } from '../../helpers/until.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  story.isIdle = true;
  await story.act({ do: 'open-tab', tab: 'records' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await act({ do: 'back-to-list' });
  await until('all notes are read', () => list()?.share === 1);
  await act({ do: 'search', query: '' });
  await story.quit();
});

const act = (action: RecordsAction) => story.act({ do: 'on-records', action });
const list = () => {
  const shown = story.tab('records').view;
  return shown.page === 'list' ? shown : null;
};

async function noteSaying(text: string): Promise<string> {
  const { notes } = story.stores;
  const id = await notes.create({ ...CALL, call: crypto.randomUUID() });
  const draft = await openDraft(notes, id);
  draft.type({ text });
  await draft.settled();
  draft.close();
  return id;
}

/** Readings that began stay open until they are let go on; `rows`: which notes were opened. */
function heldReadings() {
  const { notes } = story.stores;
  const original = notes.open.bind(notes);
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const opening = vi.spyOn(notes, 'open').mockImplementation(async (row, facts) => {
    const opened = await original(row, facts);
    await gate;
    return opened;
  });
  return { begun: () => opening.mock.calls.length > 0, goOn: () => goOn() };
}

test('a search that began before a deletion does not bring the note back', async () => {
  const note = await noteSaying('冰箱不制冷');
  await act({ do: 'search', query: '冰箱' });
  await until('it is found', () => list()?.rows.length === 1);
  const held = heldReadings();
  const searching = act({ do: 'search', query: '冰箱不' });
  await until('the search has read its rows', held.begun);
  await forgetNotes(story.stores, [note]);
  expect(list()?.rows).toEqual([]);
  held.goOn();
  await searching;
  expect(list()?.rows).toEqual([]);
});

test('what a longer list has below moves up after a deletion', async () => {
  for (let at = 0; at < 31; at += 1) await noteSaying(`空调 ${at}`);
  await act({ do: 'search', query: '空调' });
  await until('a page is full', () => list()?.rows.length === 30 && list()?.more === true);
  const first = list()?.rows[0]?.id ?? '';
  await forgetNotes(story.stores, [first]);
  await until('the list is full again', () => list()?.rows.length === 30 && list()?.more === false);
  expect(list()?.rows.map(({ id }) => id)).not.toContain(first);
});

test('a note that is deleted while it is being opened is not shown', async () => {
  const note = await noteSaying('冰箱不制冷');
  const held = heldReadings();
  const opening = act({ do: 'open-record', id: note });
  await until('the note was read', held.begun);
  await forgetNotes(story.stores, [note]);
  held.goOn();
  await opening;
  expect(list()?.page).toBe('list');
});

test('a work order that is erased leaves the search at once', async () => {
  const subject = crypto.randomUUID();
  const opened = orderOpened('0283', story.now, subject);
  if (opened.type !== 'work-order-opened') throw new Error(opened.type);
  await story.stores.team.append([{ ...opened, orderNumber: '3-261122-AF-12' }]);
  await act({ do: 'search', query: 'AF 12' });
  await until('the order is found', () => list()?.orders.length === 1);
  await story.stores.team.forget(subject);
  await until('it is gone', () => list()?.orders.length === 0);
});
