import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Customer } from '../../../contract/api/contacts/customers-api.ts';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import type { Cell } from '../../../contract/table/table.ts';
import { CustomersModel } from '../../../pages/lead/customers/customers-model.ts';
import { CustomersPage } from '../../../pages/lead/customers/customers-page.tsx';
import { FakeTeamServer } from '../../helpers/fake-team-server.ts';

const HEADINGS = ['号码', '姓名', '先生或女士', '重要客户', '备注'];
const customer = (number: string, more: Partial<Customer> = {}): Customer => ({
  ...{ number, surname: '王', title: 'ms', vip: true, remarks: '' },
  ...more,
});
const WANG = customer('13900001234');

let server: FakeTeamServer;
let files: ExportFile[];
let model: CustomersModel;
beforeEach(async () => {
  server = new FakeTeamServer();
  files = [];
  server.answers('GET ~/customers', { customers: [WANG] });
  const save = (file: ExportFile) => files.push(file);
  model = new CustomersModel({ session: server.session(), language: 'zh-CN', save });
  await model.load();
});
afterEach(() => vi.unstubAllGlobals());

async function choose(...rows: readonly (readonly Cell[])[]): Promise<void> {
  const table = { headings: HEADINGS, rows, timeZone: 'UTC' };
  const { content } = await exportFile({ name: 'x', table, records: [] }, 'xlsx');
  await model.act({ do: 'choose-file', file: new File([content], '客户.xlsx') });
}
const written = () => server.requests.filter(({ method }) => method !== 'GET');
const page = () => renderToString(<CustomersPage view={model.view()} act={() => {}} />);

describe('the contact list of a team', () => {
  it('shows what a file adds, changes and leaves, each bad cell, and sends nothing before it is confirmed', async () => {
    await choose(
      ['013900001234', '王', '女士', '是', ''],
      ['13900001235', '陈先生', '', '', '新'],
      ['不详', '李', '', '', ''],
    );
    const { preview } = model.view();
    expect(preview).toMatchObject({
      ...{ same: 1, entries: [{ row: 3, isChange: false }] },
      issues: [{ row: 4, column: 'number', cell: '不详' }],
    });
    expect(page()).toContain('第 4 行 · 号码：不是电话号码');
    expect(written()).toEqual([]);
    await model.act({ do: 'forget-file' });
    await model.act({ do: 'save' });
    expect(written()).toEqual([]);
  });

  it('is saved by one request with what is new or changed, and loaded as it is then', async () => {
    await choose(['13900001234', '王', '女士', '否', ''], ['13900001235', '陈先生', '', '', '新']);
    const chen = customer('13900001235', { surname: '陈', title: 'mr', vip: false, remarks: '新' });
    const changed = customer('13900001234', { vip: false });
    server.answers('POST ~/customers', { saved: 2, erased: [] });
    server.answers('GET ~/customers', { customers: [changed, chen] });
    await model.act({ do: 'save' });
    expect(server.sent('POST ~/customers')).toEqual([{ customers: [changed, chen] }]);
    expect(model.view()).toMatchObject({ preview: null, customers: [changed, chen] });
  });

  it('an erased number is named with its cell and left out; then the others are saved', async () => {
    await choose(['13900001235', '陈', '', '', ''], ['13900001236', '李', '', '', '']);
    server.answersInTurn('POST ~/customers', { saved: 0, erased: [1] }, { saved: 1, erased: [] });
    await model.act({ do: 'save' });
    const { preview, asked } = model.view();
    expect(asked).toEqual({ asked: 'refused', why: 'conflict' });
    expect(preview?.entries.map(({ row }) => row)).toEqual([2]);
    expect(preview?.issues).toEqual([{ row: 3, column: 'number', cell: '13900001236', why: 'erased' }]);
    await model.act({ do: 'save' });
    expect(model.view().preview).toBeNull();
  });

  it('stays in the preview while the server cannot be reached', async () => {
    await choose(['13900001235', '陈', '', '', '']);
    server.refuses('POST ~/customers', 'unavailable', 503);
    await model.act({ do: 'save' });
    expect(model.view().preview?.entries).toHaveLength(1);
  });

  it('is refused before it is sent where the list would have more than 10,000', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [String(13_800_000_000 + at)]);
    await choose(...rows);
    expect(model.view().refused).toBe('list-full');
    await model.act({ do: 'save' });
    expect(written()).toEqual([]);
  });

  it('is exported as the server has it, recorded there, and changes nothing when it is imported', async () => {
    const listed = [WANG, customer('+8613900001237', { surname: '=1+1', title: null, remarks: '@SUM(A1)' })];
    server.answers('GET ~/customers', { customers: listed });
    await model.act({ do: 'export' });
    expect(server.requests.at(-1)?.query.get('to')).toBe('export');
    const [file] = files;
    expect(file?.name).toBe('客户名单.xlsx');
    await model.load();
    await model.act({ do: 'choose-file', file: new File([file?.content ?? ''], 'x.xlsx') });
    expect(model.view().preview).toMatchObject({ entries: [], same: 2, issues: [] });

    server.refuses('GET ~/customers', 'unavailable', 503);
    await model.act({ do: 'export' });
    expect(files).toHaveLength(1);
  });

  it('removes one customer by the number', async () => {
    server.answers('POST ~/customers/removals', { removed: 1 });
    await model.act({ do: 'remove', number: WANG.number });
    expect(server.sent('POST ~/customers/removals')).toEqual([{ numbers: [WANG.number] }]);
    expect(model.view().customers).toEqual([]);
  });

  it('shows numbers masked, and texts as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    server.answers('GET ~/customers', { customers: [{ ...WANG, surname: hostile, remarks: hostile }] });
    await model.load();
    await choose(['13900001239', hostile, '', '', hostile], [hostile]);
    const html = page();
    expect(html).toContain('139 **** 1234');
    expect(html).not.toContain('13900001234');
    expect(html).not.toContain('<img');
  });
});
