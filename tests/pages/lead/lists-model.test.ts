import { signal } from '@preact/signals';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import type { Cell } from '../../../contract/table/table.ts';
import type { TeamEvent } from '../../../contract/team/team-event.ts';
import { CallBackListsModel } from '../../../pages/lead/call-backs/lists-model.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { MOST_LIST_ROWS } from '../../../rules/call-backs/read-call-back-list.ts';
import { pack } from '../../../scripts/pack.yaml';
import { HOUR, MONDAY_TEN } from '../../helpers/team-story.ts';

const HEADINGS = ['电话', '姓名', '事由', '时间', '工号', '重要客户'];

let events: TeamEvent[];
let files: ExportFile[];
let member: string | null;
let model: CallBackListsModel;
beforeEach(() => {
  [events, files, member] = [[], [], '0100'];
  const shown = signal<readonly TeamEvent[]>([]);
  model = new CallBackListsModel({
    ...{ teamLog: { events: shown, locked: signal(0) }, pack, packKey: 'shipped', language: 'zh-CN' },
    store: {
      append: async (more) => {
        events.push(...more);
        shown.value = [...events];
      },
    },
    by: async () => member,
    ...{ utcOffsetMinutes: 480, now: () => MONDAY_TEN + events.length },
    save: (file) => files.push(file),
  });
});

async function chosen(...rows: readonly (readonly Cell[])[]): Promise<void> {
  const table = { headings: HEADINGS, rows, timeZone: 'Asia/Shanghai' };
  const { content } = await exportFile({ name: 'x', table, records: [] }, 'xlsx');
  await model.act({ do: 'choose', file: new File([content], '老客户.xlsx') });
}
/** By number: those of one list have one time. */
const callBacks = () =>
  foldCallBacks(events).callBacks.toSorted((one, other) => (one.number < other.number ? -1 : 1));

describe('a list that a lead hands out', () => {
  it('is read from a workbook, shown, and handed out to the agents in turn', async () => {
    const evening = MONDAY_TEN + 9 * HOUR;
    await chosen(
      ['013900001234', '王女士', '', { at: evening }, '0007', '是'],
      ['13900001235', '陈先生', '空调清洗', null, null, null],
      ['13900001236', null, null, null, null, null],
    );
    expect(model.view()).toMatchObject({ refused: null, missing: 'matter', draft: { name: '老客户' } });
    await model.act({ do: 'edit', patch: { matter: '满意度', agents: '0283、0284' } });
    expect(model.view().missing).toBeNull();
    await model.act({ do: 'hand-out' });
    expect(model.view()).toMatchObject({ state: 'done', preview: null });
    expect(callBacks()).toMatchObject([
      { surname: '王', title: 'ms', matter: '满意度', dueAt: evening, assignedTo: '0007', vip: true },
      { surname: '陈', matter: '空调清洗', assignedTo: '0283', list: '老客户' },
      { number: '13900001236', matter: '满意度', assignedTo: '0284', plannedBy: '0100' },
    ]);
  });

  it('one bad row among many is named with its cell, and keeps out itself alone', async () => {
    const good = Array.from({ length: 30 }, (_, at) => [`139000012${10 + at}`, '王', '回访']);
    await chosen(...good.slice(0, 20), ['电话不详', '王', '回访'], [null, null, null], ...good.slice(20));
    const { preview } = model.view();
    expect(preview?.entries).toHaveLength(30);
    expect(preview?.issues).toMatchObject([{ row: 22, column: 'number', cell: '电话不详' }]);
  });

  it('is refused as a whole where no call could be made of it, and nothing is stored', async () => {
    await chosen();
    expect(model.view()).toMatchObject({ refused: 'empty', preview: null });
    await model.act({ do: 'choose', file: new File(['PK\u0003\u0004 no archive'], 'x.xlsx') });
    expect(model.view()).toMatchObject({ refused: 'unreadable', preview: null });
    await model.act({ do: 'choose', file: new File([new Uint8Array(2_000_001)], 'x.xlsx') });
    expect(model.view()).toMatchObject({ refused: 'too-large', preview: null });
    expect(events).toEqual([]);
  });

  it('of 10,000 rows is refused with its reason; the most that a list holds is read whole', async () => {
    const customers = (count: number) =>
      Array.from({ length: count }, (_, at) => [`1390${String(at).padStart(7, '0')}`, '王女士', '满意度']);
    await chosen(...customers(10_000));
    expect(model.view()).toMatchObject({ refused: 'too-many-rows', preview: null });
    expect(events).toEqual([]);
    await chosen(...customers(MOST_LIST_ROWS));
    expect(model.view()).toMatchObject({ refused: null, preview: { issues: [] } });
    await model.act({ do: 'edit', patch: { agents: '0283、0284' } });
    await model.act({ do: 'hand-out' });
    expect(callBacks()).toHaveLength(MOST_LIST_ROWS);
    const own = callBacks().filter(({ assignedTo }) => assignedTo === '0283');
    expect(own).toHaveLength(MOST_LIST_ROWS / 2);
  });

  it('is handed out by a member of a team alone', async () => {
    member = null;
    await chosen(['13900001234', '王', '回访']);
    await model.act({ do: 'hand-out' });
    expect([model.view().state, events]).toEqual(['failed', []]);
    expect(model.view().preview?.entries).toHaveLength(1);
  });

  it('shows how far each agent is, passes open calls on, and saves the progress as a workbook', async () => {
    await chosen(['13900001234', '王', '回访', null, '0283'], ['13900001235', '陈', '回访', null, '0283']);
    await model.act({ do: 'hand-out' });
    expect(model.view().lists).toMatchObject([{ name: '老客户', total: 2, untouched: 2 }]);
    await model.act({ do: 'reassign', list: '老客户', from: '0283', to: '0284' });
    expect(callBacks().map(({ assignedTo }) => assignedTo)).toEqual(['0284', '0284']);
    await model.act({ do: 'export' });
    const [file] = files;
    expect(file?.name).toBe('call-back-lists-2026-11-23.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(await new Blob([file?.content ?? '']).arrayBuffer()));
    expect(sheet?.data).toEqual([
      ['名单名称', '工号', '共', '已回访', '没联系上', '再打', '没打', '取消'],
      ['老客户', '0284', 2, 0, 0, 0, 2, 0],
    ]);
  });
});

describe('templates', () => {
  it('bring the name and the matter of each festival of the pack, and of campaigns', async () => {
    const { templates } = model.view();
    expect(templates.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['满意度回访', '活动通知', '重要客户关怀', '春节问候']),
    );
    const festival = templates.find(({ name }) => name === '春节问候');
    await model.act({ do: 'template', id: festival?.id ?? '' });
    expect(model.view().draft).toMatchObject({ name: '春节问候 2026-11-23', matter: festival?.matter });
  });
});
