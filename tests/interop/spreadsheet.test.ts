import { beforeAll, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { exportFile } from '../../contract/table/export-file.ts';
import { MOST_PEOPLE_ROWS, readTableFile, type TableFile } from '../../contract/table/read-table-file.ts';
import { tablesAsXlsx } from '../../contract/table/xlsx.ts';
import { auditFile } from '../../pages/lead/audit/audit-file.ts';
import { progressFile } from '../../pages/lead/call-backs/progress-file.ts';
import { DeviceSetUps } from '../../pages/lead/members/device-set-ups.ts';
import { figuresFile, notesFile } from '../../pages/lead/reports/report-file.ts';
import { orderPaper } from '../../pages/papers/order-papers.ts';
import { type Paper, SPAN_PAPERS } from '../../pages/papers/paper.ts';
import { paperTables } from '../../pages/papers/paper-tables.ts';
import { spanPaper } from '../../pages/papers/span-papers.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { listProgress } from '../../rules/call-backs/list-progress.ts';
import { readCallBackList } from '../../rules/call-backs/read-call-back-list.ts';
import { readCustomerTable } from '../../rules/customer-table/read-customer-table.ts';
import { writeCustomerTable } from '../../rules/customer-table/write-customer-table.ts';
import { contactFigures } from '../../rules/figures/contact-figures.ts';
import { spanAround } from '../../rules/figures/figure-span.ts';
import { readMemberTable } from '../../rules/member-table/read-member-table.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { pack } from '../../scripts/pack.yaml';
import { LEAD, LI, NOTE } from '../helpers/fake-team-server.ts';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';
import { describeWith } from '../helpers/need-program.ts';
import {
  convertedByOffice,
  OFFICE_MS,
  type OpenedWorkbook,
  openedInOffice,
} from '../helpers/opened-in-office.ts';
import { BEIJING_RULES, EMPTY_RECORD, orderStory } from '../helpers/order-story.ts';
import { HOUR, MONDAY_TEN, planned, TeamStory } from '../helpers/team-story.ts';

const ORDER_FORMS = ['complaint-record', 'follow-up', 'sales-reply'] as const;
const NOTHING_OPENED: OpenedWorkbook = new Map();
const ZONE = 'Asia/Shanghai';
const NUMBER = '+8613900001234';
/** Texts that survive a cell of one line. */
const HARMLESS = HOSTILE_CELLS.filter((text) => !/[\t\r\n\u200b\ufeff]/.test(text));

describeWith(['soffice'], 'what is exported, in LibreOffice', () => {
  let workbooks: ReadonlyMap<string, OpenedWorkbook>;
  beforeAll(async () => {
    const files = await exported();
    const opened = await openedInOffice([...files.values()]);
    workbooks = new Map([...files.keys()].map((name, at) => [name, opened[at] ?? NOTHING_OPENED]));
  }, OFFICE_MS);

  const sheets = (name: string) => [...(workbooks.get(name) ?? NOTHING_OPENED)];
  /** The cells of a column below its heading, in any sheet of the file that has it. */
  const column = (name: string, heading: string) =>
    sheets(name).flatMap(([, [head = [], ...rows]]) => {
      const at = head.findIndex(({ value }) => value === heading);
      return at === -1 ? [] : rows.map((row) => row[at]);
    });
  /** The cell beside a label of a form. */
  const field = (name: string, label: string) =>
    sheets(name)
      .flatMap(([, rows]) => rows)
      .find(([first]) => first?.value === label)?.[1];

  it.each([
    ...['tables', 'records', 'figures', 'audit', 'lists', 'customers', 'accounts'],
    ...[...ORDER_FORMS, ...SPAN_PAPERS],
  ])('%s opens, with no formula in any cell and no apostrophe before a text', (name) => {
    const cells = sheets(name).flatMap(([, rows]) => rows.flat());
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.filter(({ type, value }) => type === 'formula' || value.startsWith("'"))).toEqual([]);
  });

  it('hostile texts stand as they were written, numbers keep plus and zeros, sheets have names', () => {
    expect(column('tables', '备注').map((cell) => cell?.value)).toEqual(['0283', ...HARMLESS]);
    expect(column('tables', '号码')[0]).toEqual({ type: 'string', value: NUMBER });
    expect(column('tables', '时间')[0]).toEqual({ type: 'date', value: '2026-11-22T10:00:30' });
    expect(column('tables', '振铃')[0]).toEqual({ type: 'float', value: '3' });
    expect(sheets('tables').map(([sheet]) => sheet)).toEqual(['甲 乙', '2 甲 乙', '3', '长'.repeat(28)]);
  });

  it('records: numbers are text, times are dates, words are the reader’s', () => {
    expect(column('records', '坐席')[0]).toEqual({ type: 'string', value: LI.number });
    const times = column('records', '时间');
    expect(times[0]).toMatchObject({ type: 'date' });
  });

  it('figures: counts are numbers', () => {
    const values = column('figures', '数值');
    expect(values.length).toBeGreaterThan(10);
    expect(values.every((cell) => cell?.type === 'float')).toBe(true);
  });

  it('audit: a row an entry, with its time as a date and the number as text', () => {
    expect(column('audit', '时间')).toMatchObject([{ type: 'date' }]);
    expect(column('audit', '工号')).toEqual([{ type: 'string', value: '0012' }]);
    expect(column('audit', '详情')).toEqual([{ type: 'string', value: '3 个回访' }]);
  });

  it('call-back lists: progress by agent in numbers', () => {
    expect(column('lists', '工号')).toEqual([{ type: 'string', value: '0007' }]);
    expect(column('lists', '没打')).toEqual([{ type: 'float', value: '1' }]);
  });

  it('contact list: numbers keep plus and zeros, remarks that look like formulas are text', () => {
    expect(column('customers', '号码')).toEqual(
      CUSTOMERS.map(({ number }) => ({ type: 'string', value: number })),
    );
    expect(column('customers', '备注').map((cell) => cell?.value)).toEqual(
      CUSTOMERS.map(({ remarks }) => remarks),
    );
  });

  it('SIP accounts: user names keep their zeros', () => {
    expect(column('accounts', '用户')).toEqual([{ type: 'string', value: '0283' }]);
  });

  it('投诉受理记录表: every field, the number as text, the time as a date', () => {
    expect(field('complaint-record', '工单号')).toEqual({ type: 'string', value: '3-261123-AF-12' });
    expect(field('complaint-record', '受理时间')).toEqual({ type: 'date', value: '2026-11-23T10:00:00' });
    expect(field('complaint-record', '机号')).toEqual({ type: 'string', value: '000123' });
    expect(field('complaint-record', '要求')).toEqual({ type: 'string', value: '=换新' });
  });

  it('售后服务跟踪表: the course and the clocks of each level are sheets of their own', () => {
    const names = sheets('follow-up').map(([sheet]) => sheet);
    expect(names).toHaveLength(3);
    expect(column('follow-up', '应完成时间')[0]).toMatchObject({ type: 'date' });
  });

  it('投诉处理回复通知单: the date of the letter is a date', () => {
    expect(field('sales-reply', '通知日期')).toMatchObject({ type: 'date' });
  });

  it('客户投诉周统计表: counts are numbers, the register has dates', () => {
    expect(field('complaint-statistics', '受理件数')).toEqual({ type: 'float', value: '1' });
    expect(column('complaint-statistics', '受理时间')).toEqual([
      { type: 'date', value: '2026-11-23T10:00:00' },
    ]);
  });

  it('工单登记表 and 回访记录表: one row a thing, numbers as text, moments as dates', () => {
    expect(column('order-register', '工单号')).toMatchObject([{ value: '3-261123-AF-12' }]);
    expect(column('order-register', '联系电话')[0]).toMatchObject({ type: 'string' });
    expect(column('call-back-record', '联系电话')).toEqual([{ type: 'string', value: '013900001234' }]);
    expect(column('call-back-record', '应完成时间')).toEqual([
      { type: 'date', value: '2026-11-23T12:00:00' },
    ]);
    expect(column('call-back-record', '回访时间')[0]).toMatchObject({ type: 'date' });
  });

  it('回访汇总表: attempts are numbers', () => {
    expect(column('call-back-summary', '回访次数')).toEqual([{ type: 'float', value: '1' }]);
  });
});

const CUSTOMERS = [
  { number: '+8613900001234', surname: '王', title: 'ms', vip: true, remarks: '=1+1' },
  { number: '013900001235', surname: '欧阳', title: null, vip: false, remarks: '0283' },
] as const;

/** Each kind of file that the extension writes for a spreadsheet. */
async function exported(): Promise<Map<string, Blob>> {
  const at = Date.parse('2026-11-22T10:00:30+08:00');
  const table = {
    headings: ['号码', '时间', '振铃', '备注'],
    rows: [[NUMBER, { at }, 3, '0283'], ...HARMLESS.map((text) => [text, { at }, 1, text])],
    timeZone: ZONE,
  };
  const none = { ...table, rows: [] };
  const named = [
    { name: '甲/乙', table },
    ...['甲:乙', "'", '长'.repeat(40)].map((name) => ({ name, table: none })),
  ];
  const span = spanAround('week', MONDAY_TEN, 480);
  const files = new Map<string, Blob>([['tables', await tablesAsXlsx(named)]]);
  const add = (name: string, { content }: { content: string | Blob }) => files.set(name, new Blob([content]));
  add('records', await notesFile([{ by: LI.number, note: NOTE }], span, 'xlsx', ZONE));
  const team = { harassmentByHour: [], harassmentBySource: [], complaintsByKind: [], complaintsByState: [] };
  const tallies = { ...team, clocks: [], clocksByOwner: [], callBacks: [] };
  const contact = contactFigures([NOTE], span, 3);
  add(
    'figures',
    await figuresFile({ span, contact, team: tallies, titles: new Map(), timeZone: ZONE }, 'xlsx'),
  );
  const entry = { id: '1', at, member: 'm', action: 'call-backs-handed-out', detail: { callBacks: 3 } };
  const members = new Map([['m', { ...LEAD, number: '0012' }]]);
  add('audit', await auditFile([entry], members, at));
  const list = new TeamStory().tell('l', planned(MONDAY_TEN, { list: '老客户', assignedTo: '0007' }));
  const written = writeCustomerTable(CUSTOMERS, 'zh-CN');
  add('customers', await exportFile({ name: 'x', table: written, records: [] }, 'xlsx'));
  const sip = { sipServer: 'wss://sip.example/ws', sipDomain: 'sip.example' };
  const kept = new Map([[LI.id, { user: LI.number, password: '=1+1' }]]);
  const setUps = new DeviceSetUps({
    accounts: { all: async () => ({ accounts: kept, locked: 0 }), save: async () => {} },
    settings: async () => ({ ...DEFAULT_SETTINGS, ...sip }),
    save: (file) => add('accounts', file),
  });
  await setUps.saveAccounts(await setUps.accountTable([LI]));
  add('lists', await progressFile(listProgress(foldCallBacks(list.events).callBacks), '2026-11-23'));
  for (const paper of papers(span)) {
    const name = [...ORDER_FORMS, ...SPAN_PAPERS].find((one) => paper.name.startsWith(one));
    files.set(name ?? '', await tablesAsXlsx(paperTables(paper)));
  }
  return files;
}

function papers(span: ReturnType<typeof spanAround>): readonly Paper[] {
  const record = { ...EMPTY_RECORD, serialNumber: '000123', requestedRemedy: '=换新' };
  const orders = orderStory(MONDAY_TEN).opens('quality', { record, orderNumber: '3-261123-AF-12' });
  const calls = new TeamStory()
    .tell('a', planned(MONDAY_TEN + 2 * HOUR, { number: '013900001234' }))
    .after(HOUR)
    .tell('a', { type: 'call-back-tried', outcome: 'satisfied', remarks: '=好', note: null, nextAt: null });
  const now = MONDAY_TEN + 5 * HOUR;
  const sources = {
    ...{ orders: foldWorkOrders(orders.events, BEIJING_RULES), rules: BEIJING_RULES, pack, now },
    ...{ language: 'zh-CN' as const, timeZone: ZONE, callBacks: foldCallBacks(calls.events).callBacks },
  };
  const forms = ORDER_FORMS.flatMap((paper) => orderPaper(paper, 'order-1', sources) ?? []);
  return [...forms, ...SPAN_PAPERS.map((paper) => spanPaper(paper, span, sources))];
}

describeWith(['soffice'], 'a list that LibreOffice saved', () => {
  let read: TableFile;
  let own: TableFile;
  let members: TableFile;
  let customers: TableFile;
  beforeAll(async () => {
    const { content } = await exportFile(
      {
        ...{ name: 'x', records: [] },
        table: {
          headings: ['电话', '时间', '次数'],
          rows: [['013900001234', { at: MONDAY_TEN }, 3]],
          timeZone: ZONE,
        },
      },
      'xlsx',
    );
    const mine = new Uint8Array(await new Blob([content]).arrayBuffer());
    const table = writeCustomerTable(CUSTOMERS, 'zh-CN');
    const contacts = await exportFile({ name: 'x', table, records: [] }, 'xlsx');
    const theirs = new Uint8Array(await new Blob([contacts.content]).arrayBuffer());
    const [listed, resaved] = await Promise.all([
      convertedByOffice(
        [
          ['list.fods', LIST],
          ['members.fods', sheetOf(MEMBER_ROWS)],
        ],
        'xlsx',
      ),
      convertedByOffice(
        [
          ['own.xlsx', mine],
          ['customers.xlsx', theirs],
        ],
        'xlsx:Calc MS Excel 2007 XML',
      ),
    ]);
    const blob = (bytes: Uint8Array | undefined) => new Blob([new Uint8Array(bytes ?? [])]);
    read = await readTableFile(blob(listed[0]));
    members = await readTableFile(blob(listed[1]), MOST_PEOPLE_ROWS);
    own = await readTableFile(blob(resaved[0]));
    customers = await readTableFile(blob(resaved[1]), MOST_PEOPLE_ROWS);
  }, OFFICE_MS);

  it('is read cell by cell: text with zeros, numbers, dates, a joined cell, an empty row, a result', () => {
    expect(read).toEqual({
      ok: true,
      rows: [
        ['电话', '姓名', '事由', '时间', '工号', '重要客户'],
        ['013900001234', '王女士', '空调清洗', '2026-12-01 10:20', '0007', '1'],
        ['', '', '', '', '', ''],
        ['13900001235', '陈先生', '空调清洗', '2026-12-02 00:00', '283', '否'],
        ['不详', '刘', '', '', '', ''],
        ['13900001236', '赵', '1 <b>&', '2026-12-03 09:05', '', ''],
      ],
    });
  });

  it('its good rows are call-backs, and the bad one is named with its row and column', () => {
    const list = readCallBackList(read.ok ? read.rows : [], MONDAY_TEN, 480);
    expect(list).toMatchObject({
      ok: true,
      entries: [
        { row: 2, number: '013900001234', surname: '王', title: 'ms', agent: '0007', vip: true },
        { row: 4, number: '13900001235', surname: '陈', title: 'mr', vip: false },
        { row: 6, matter: '1 <b>&', dueAt: Date.parse('2026-12-03T09:05:00+08:00') },
      ],
      issues: [{ row: 5, column: 'number', cell: '不详' }],
    });
  });

  it('new members: numbers as text or as numbers, and each bad cell named', () => {
    const inUse = new Set([LI.number]);
    const rows = members.ok ? members.rows : [];
    const reading = readMemberTable(rows, { role: 'lead', inUse, workOrders: pack.workOrders });
    expect(reading).toMatchObject({
      ok: true,
      entries: [
        { row: 2, member: { number: '0301', name: '王芳', role: 'lead' } },
        { row: 3, member: { number: '302', name: '=陈<b>', role: 'agent', workOrderRole: 'store-manager' } },
      ],
      issues: [
        { row: 4, column: 'number', why: 'in-use' },
        { row: 4, column: 'role', cell: '管理员', why: 'role-not-yours' },
      ],
    });
  });

  it('the contact list, opened there and saved again, changes nothing when it is imported', () => {
    const reading = readCustomerTable(customers.ok ? customers.rows : [], CUSTOMERS);
    expect(reading).toEqual({ ok: true, entries: [], same: CUSTOMERS.length, issues: [] });
  });

  it('what was exported, opened there and saved again reads as it was', () => {
    expect(own).toEqual({
      ok: true,
      rows: [
        ['电话', '时间', '次数'],
        ['013900001234', '2026-11-23 10:00', '3'],
      ],
    });
  });
});

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const date = (value: string) =>
  `<table:table-cell table:style-name="when" office:value-type="date" office:date-value="${value}"/>`;
const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
const EMPTY = '<table:table-cell/>';
const rowOf = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

const sheetOf = (rows: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
  <number:date-style style:name="moment"><number:year number:style="long"/><number:text>-</number:text>
    <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>
    <number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>
    <number:minutes number:style="long"/></number:date-style>
  <style:style style:name="when" style:family="table-cell" style:data-style-name="moment"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="名单">
${rows.join('\n')}
</table:table></office:spreadsheet></office:body></office:document>`;

const MEMBER_ROWS = [
  rowOf(...['工号', '姓名', '角色', '负责环节（选填）'].map(cell)),
  rowOf(cell('0301'), cell('王芳'), cell('组长'), EMPTY),
  rowOf(number(302), cell('=陈&lt;b&gt;'), EMPTY, cell('店长')),
  rowOf(cell('0283'), cell('李明'), cell('管理员'), EMPTY),
];

/** As somebody would type it: two rows share one joined cell for their matter. */
const LIST = sheetOf([
  `${rowOf(...['电话', '姓名', '事由', '时间', '工号', '重要客户'].map(cell))}
${rowOf(
  cell('013900001234'),
  cell('王女士'),
  cell('空调清洗'),
  date('2026-12-01T10:20:00'),
  cell('0007'),
  '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
)}
${rowOf(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY)}
${rowOf(
  number(13900001235),
  cell('陈先生'),
  '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>空调清洗</text:p></table:table-cell>',
  date('2026-12-02'),
  number(283),
  cell('否'),
)}
${rowOf(cell('不详'), cell('刘'), '<table:covered-table-cell/>')}
${rowOf(
  '<table:table-cell table:formula="of:=13900001235+1" office:value-type="float" office:value="13900001236"/>',
  cell('赵'),
  cell('1 &lt;b&gt;&amp;'),
  date('2026-12-03T09:05:00'),
)}`,
]);
