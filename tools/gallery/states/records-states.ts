import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type {
  RecordPageView,
  RecordsListView,
  RecordsView,
} from '../../../pages/panel/records/records-view.ts';
import { RECORD_ADHERENCE } from './adherence-data.ts';
import { IDLE } from './other-stages.ts';
import { EMPTY_NOTE, minutesAgo, NOW, noteWith, panelView } from './parts.ts';

const onRecords = (view: RecordsView): PanelView => panelView(IDLE, { tab: { tab: 'records', view } });

const LIST: RecordsListView = {
  page: 'list',
  query: '',
  orders: [],
  rows: [
    {
      ...{ id: 'r1', at: minutesAgo(14), from: 'inbound', caller: '王女士', category: 'complaint' },
      ...{ tags: ['冰箱', '退款'], commented: true },
      text: '冰箱送到三天不制冷，订单尾号 0417，要求换货；已答应两小时内回电，回电号码 139••••1234',
    },
    {
      ...{ id: 'r2', at: minutesAgo(60), from: 'walk-in', caller: '', category: 'query', tags: [] },
      ...{ text: '到店问保修期', commented: false },
    },
    {
      ...{ id: 'r3', at: minutesAgo(3000), from: 'outbound', caller: '139 **** 0042', category: null },
      ...{ tags: [], text: '', commented: false },
    },
    {
      ...{
        id: 'r4',
        at: minutesAgo(90_000),
        from: 'inbound',
        caller: '\u202E<b>陈</b>',
        category: 'business',
      },
      ...{ tags: ['a'.repeat(40)], text: '<script>alert(1)</script>'.repeat(9), commented: false },
    },
  ],
  more: true,
  share: 1,
  unread: 0,
  due: null,
  commented: 1,
};

const PAGE: RecordPageView = {
  page: 'note',
  id: 'r1',
  at: minutesAgo(14),
  call: {
    ...{ direction: 'inbound', displayName: null, originalTarget: null, rings: 2, talkMs: 192_000 },
    end: { how: 'hung-up', by: 'remote-party' },
    situations: ['标准问候', '投诉倾听', '投诉受理结束'],
    line: [
      {
        ...{ finding: 'noisy', times: 2, totalMs: 12_000, speechDbfs: -30, noiseDbfs: -36 },
        ...{ lossShare: 0, jitterMs: 4 },
      },
    ],
  },
  masked: true,
  number: '139 **** 1234',
  note: noteWith({
    text: '冰箱送到三天不制冷，订单尾号 0417。\n回电 139••••9999。',
    category: 'complaint',
    tags: ['冰箱', '退款'],
    contactNumber: '139••••9999',
    settled: false,
  }),
  comments: [],
  adherence: RECORD_ADHERENCE,
};

/** The tab of records, by its name in pictures and tests. */
export const RECORDS_STATES: Readonly<Record<string, PanelView>> = {
  records: onRecords(LIST),
  'records-none': onRecords({ ...LIST, commented: 0, query: '空调 #退款', rows: [], more: false }),
  'records-filling': onRecords({
    ...LIST,
    share: 0.4,
    unread: 3,
    due: { notes: 120, days: 365 },
    rows: LIST.rows.slice(0, 1),
  }),
  'record-masked': onRecords(PAGE),
  'record-commented': onRecords({
    ...PAGE,
    comments: [
      {
        ...{ id: 'c1', by: '0900', at: minutesAgo(9), status: { is: 'known' } },
        text: '复述得很清楚。答应回电的时间也要写进去。',
      },
      {
        ...{ id: 'c2', by: '0901', at: minutesAgo(2), status: { is: 'new' } },
        text: `<b>已经催了仓库</b>\n${'https://example.com/'.repeat(8)}`,
      },
    ],
  }),
  'record-open': onRecords({
    ...PAGE,
    masked: false,
    number: '139 0000 1234',
    note: noteWith({ ...PAGE.note.fields, contactNumber: '139 0000 9999' }),
  }),
  'record-walk-in': onRecords({
    ...{ ...PAGE, masked: false, call: null, number: '', at: NOW },
    note: EMPTY_NOTE,
  }),
  'records-export': onRecords({
    page: 'export',
    from: '2026-10-23',
    to: '2026-11-22',
    state: { state: 'done', name: 'notes-2026-10-23-2026-11-22.csv', notes: 1042, unread: 0 },
  }),
};
