import type {
  ClockView,
  OrderFormView,
  OrderItemView,
  OrderListView,
  OrderPageView,
} from '../../../pages/panel/orders/orders-view.ts';
import { NOTHING_TYPED } from '../../../pages/panel/orders/typed-orders.ts';
import { minutesAgo, NOW } from './parts.ts';

const MINUTE = 60_000;

function clock(label: string, owner: string, inMinutes: number): ClockView {
  const dueAt = NOW + inMinutes * MINUTE;
  const reading =
    inMinutes < 0
      ? ({ state: 'over', overMs: NOW - dueAt } as const)
      : ({ state: inMinutes < 30 ? 'warned' : 'running', leftMs: dueAt - NOW } as const);
  return { id: `${label}/${inMinutes}`, label, owner, dueAt, reading };
}

export const WANG: OrderItemView = {
  id: 'o1',
  orderNumber: '3-261122-AF-12',
  kind: '质量投诉',
  caller: { number: '+8613900001234', surname: '王', title: 'ms' },
  matter: '冰箱送到三天不制冷，订单尾号 0417。',
  stage: '查明原因和责任',
  owner: '责任部门',
  major: true,
  clock: clock('查明原因和责任', '责任部门', -12),
  status: 'open',
};

const ITEMS: readonly OrderItemView[] = [
  WANG,
  {
    ...WANG,
    id: 'o2',
    orderNumber: '3-261122-AF-13',
    kind: '咨询待答',
    caller: { number: '+8613900005678', surname: '陈', title: 'mr' },
    matter: '发票重开要多久',
    stage: '主管答复',
    owner: '热线主管',
    major: false,
    clock: clock('主管答复', '热线主管', 6),
  },
  {
    ...WANG,
    id: 'o3',
    orderNumber: null,
    kind: '投诉预警',
    caller: { number: 'anonymous', surname: '', title: null },
    matter: '<b>客服态度</b>两次承诺都没有回电',
    stage: '门店经理给意见',
    owner: '门店经理',
    major: false,
    clock: clock('门店经理给意见', '门店经理', 145),
  },
  {
    ...WANG,
    id: 'o4',
    orderNumber: '0-261122-4837-2915-0617',
    kind: '留言转告',
    caller: { number: '+8613900000042', surname: '欧阳', title: 'mr' },
    matter: '请采购部回电',
    stage: '转告本人并回电',
    owner: '所找的同事',
    major: false,
    clock: clock('答复顾客', '所找的同事', 60 * 53),
  },
];

export const LIST: OrderListView = {
  page: 'list',
  filter: 'mine',
  query: '',
  found: null,
  counts: { mine: 4, all: 17 },
  items: ITEMS,
  past: [{ ...WANG, id: 'o9', major: false, clock: null, status: 'settled' }],
  batches: [{ product: '冰箱', fault: '不制冷', customers: 3 }],
  locked: 2,
};

export const PAGE: OrderPageView = {
  page: 'order',
  order: WANG,
  spoken: '3组，26年11月22日，A F，第12号',
  openedAt: minutesAgo(60 * 5),
  now: NOW,
  acting: { is: 'for', owner: '责任部门' },
  clocks: [
    clock('查明原因和责任', '责任部门', -12),
    clock('答复顾客', '坐席', 20),
    clock('重大投诉回访', '热线主管', 60 * 24 - 12),
    clock('重大投诉办结', '热线主管', 60 * 48 - 12),
  ],
  major: { why: 'late-answer', since: minutesAgo(12) },
  batchOf: 3,
  record: {
    ...{ region: '城南店', happenedAt: '11-19 晚', product: '冰箱', fault: '不制冷', model: 'BX-210' },
    ...{ address: '', serialNumber: '', quantity: '1', deliveredOn: '11-19', mood: '着急', difficulty: '' },
    ...{
      whatHappened: '送到当天通电，三天不制冷。',
      requestedRemedy: '换新',
      checkedSoFar: '',
      whyNotSatisfied: '',
    },
    signs: [],
  },
  ways: [{ id: 'solutions', label: '原因已查明' }],
  returns: null,
  mayBeWrong: false,
  outcomes: ['settled', 'not-satisfied', 'unfounded', 'withdrawn'],
  reports: [],
  copies: [{ id: 'general-manager', label: '总经理', done: false }],
  up: [
    { id: 'follow-up', label: '上报跟进单' },
    { id: 'early-warning', label: '投诉预警' },
  ],
  attached: [],
  papers: ['complaint-record', 'follow-up', 'sales-reply'],
  history: [
    { at: minutesAgo(12), by: null, text: '按重大处理：部门没有按时答复', remarks: '' },
    { at: minutesAgo(252), by: '0283', text: '转到“查明原因和责任”', remarks: '请查送货记录和压缩机批次' },
    { at: minutesAgo(300), by: '0283', text: '开单', remarks: '' },
  ],
  refusal: null,
  typing: { ...NOTHING_TYPED, form: 'move', to: 'solutions' },
  reply: {
    before: '尊敬的王女士：\n您于 2026-11-22 反映的“冰箱”的问题，我们已经处理，现将结果答复如下：',
    after: '给您带来的不便，我们深表歉意。如有疑问，请随时来电。\n示例服务热线',
  },
};

export const REVIEW: OrderPageView = {
  ...PAGE,
  order: { ...WANG, kind: '投诉预警', stage: '主管审核', owner: '热线主管', major: false },
  acting: { is: 'own' },
  clocks: [clock('主管审核', '热线主管', 42)],
  major: null,
  batchOf: null,
  ways: [{ id: 'service-desk', label: '通过，交门店服务台' }],
  returns: { to: '填写预警单', leftMs: 12 * MINUTE },
  copies: [],
  reports: [{ id: 'chairman', label: '董事长' }],
  up: [],
  attached: [{ ...WANG, id: 'o8', clock: null, status: 'handed-up' }],
  refusal: 'no-such-way',
  typing: { ...NOTHING_TYPED, form: 'close', outcome: 'not-satisfied', remarks: '要求双倍赔偿' },
  reply: null,
};

export const FORM: OrderFormView = {
  page: 'form',
  callerKnown: true,
  draft: {
    ...{ kind: 'quality', number: '+8613900001234', surname: '王', title: 'ms' },
    matter: '冰箱送到三天不制冷，订单尾号 0417。',
    promise: 'complex',
    agreedAt: '',
    product: '冰箱',
    fault: '不制冷',
    signs: ['again-after-repair'],
  },
  kinds: [
    '咨询待答',
    '业务办理',
    '留言转告',
    '客户建议',
    '质量投诉',
    '服务投诉',
    '物流投诉',
    '诉求不成立',
  ].map((label) => ({ id: label === '质量投诉' ? 'quality' : label, label })),
  promises: [
    { id: 'supervisor', label: '10 分钟', dueAt: NOW + 10 * MINUTE },
    { id: 'simple', label: '2 小时', dueAt: NOW + 120 * MINUTE },
    { id: 'complex', label: '24 小时', dueAt: NOW + 1440 * MINUTE },
    { id: 'working-days-1', label: '1 个工作日', dueAt: NOW + 1700 * MINUTE },
    { id: 'next-shift', label: '下一班', dueAt: NOW + 1100 * MINUTE },
  ],
  now: NOW,
  asksRecord: true,
  faults: ['不制冷', '异响'],
  sameFault: 3,
  batchAt: 3,
  follows: null,
  problem: null,
};
