import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_ORIGIN, teamEvent } from '../../../contract/team/team-event.ts';
import type { RecordsAction } from '../../../pages/panel/records/records-view.ts';
import { CALL, openDraft } from '../../helpers/note-of-a-call.ts';
import { until } from '../../helpers/until.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  story.isIdle = true;
  await story.act({ do: 'open-tab', tab: 'records' });
});
afterEach(async () => {
  await act({ do: 'back-to-list' });
  await until('all notes are read', () => list().share === 1);
  await act({ do: 'search', query: '' });
  await story.quit();
});

const act = (action: RecordsAction) => story.act({ do: 'on-records', action });
const view = () => story.tab('records').view;
const list = () => {
  const shown = view();
  if (shown.page !== 'list') throw new Error(`The page shows ${shown.page}`);
  return shown;
};
const page = () => {
  const shown = view();
  if (shown.page !== 'note') throw new Error(`The page shows ${shown.page}`);
  return shown;
};

async function noteSaying(text: string): Promise<string> {
  const { notes } = story.stores;
  const id = await notes.create({ ...CALL, call: crypto.randomUUID() });
  const draft = await openDraft(notes, id);
  draft.type({ text, surname: '王', title: 'ms' });
  await draft.settled();
  draft.close();
  return id;
}

describe('the list', () => {
  it('finds notes by their words, with numbers masked', async () => {
    await noteSaying('冰箱不制冷，回电 13900009999');
    await noteSaying('空调安装');
    await act({ do: 'search', query: '冰箱' });
    await until('one note is found', () => list().rows.length === 1);
    expect(list().rows).toMatchObject([{ caller: '王女士', from: 'inbound' }]);
    expect(list().rows[0]?.text).not.toContain('13900009999');
  });
});

describe('the number of a work order', () => {
  it('finds the order, and the note of its call', async () => {
    await noteSaying('空调安装');
    const note = await noteSaying('冰箱不制冷');
    const opened = {
      ...({
        type: 'work-order-opened',
        kind: 'quality',
        category: 'complaint',
        number: '13900009999',
      } as const),
      ...({
        surname: '王',
        title: 'ms',
        matter: '换新',
        note,
        record: null,
        promise: null,
        follows: null,
      } as const),
      orderNumber: '3-261122-AF-12',
    };
    const origin = { ...LOCAL_ORIGIN, by: '0283' };
    await story.stores.team.append([teamEvent(opened, crypto.randomUUID(), story.now, origin)]);
    await act({ do: 'search', query: 'AF 12' });
    await until('the order is found', () => list().orders.length === 1);
    expect(list().rows).toMatchObject([{ id: note }]);
    await act({ do: 'open-order', id: list().orders[0]?.id ?? '' });
    expect(story.tab('orders').view).toMatchObject({
      page: 'order',
      order: { orderNumber: '3-261122-AF-12' },
    });
    await story.act({ do: 'open-tab', tab: 'records' });
  });
});

describe('a note', () => {
  it('is read masked, and can be changed after it was revealed', async () => {
    const id = await noteSaying('回电 13900009999');
    await act({ do: 'open-record', id });
    expect(page()).toMatchObject({ id, masked: true });
    expect(page().note.fields.text).not.toContain('13900009999');
    await act({ do: 'reveal-record' });
    expect(page()).toMatchObject({ masked: false, note: { fields: { text: '回电 13900009999' } } });
    await act({ do: 'write-note', patch: { text: '已回电' } });
    expect(page().note.fields.text).toBe('已回电');
    await act({ do: 'undo-note' });
    expect(page().note.fields.text).toBe('回电 13900009999');
    await act({ do: 'redo-note' });
    await act({ do: 'copy-note' });
    expect(story.copied).toEqual(['已回电']);
  });

  it('without a call is deleted if nothing was written', async () => {
    await act({ do: 'new-record' });
    const untouched = page().id;
    await act({ do: 'back-to-list' });
    expect(await story.stores.notes.read(untouched)).toMatchObject({ ok: false });
  });

  it('without a call is stored as soon as something is written', async () => {
    await act({ do: 'new-record' });
    const { id, call } = page();
    expect(call).toBeNull();
    await act({ do: 'write-note', patch: { text: '柜台来访' } });
    await act({ do: 'back-to-list' });
    expect(await story.stores.notes.read(id)).toMatchObject({ ok: true, note: { text: '柜台来访' } });
  });
});

describe('the export', () => {
  it('saves the chosen days as a file, masked', async () => {
    await noteSaying('回电 13900009999');
    await act({ do: 'open-export' });
    const shown = view();
    if (shown.page !== 'export') throw new Error('no export form');
    const { from, to } = shown;
    await act({ do: 'export-records', format: 'csv', masked: true, from, to });
    expect(view()).toMatchObject({ state: { state: 'done', notes: 1 } });
    expect(story.files).toMatchObject([{ content: expect.not.stringContaining('13900009999') }]);
    await act({ do: 'back-to-list' });
    expect(view().page).toBe('list');
  });
});
