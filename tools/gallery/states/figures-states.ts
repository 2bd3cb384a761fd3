import type { FiguresView, TallyView } from '../../../pages/figures/figures-view.ts';
import type { ContactFigures } from '../../../rules/figures/contact-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { minutesAgo, NOW } from './parts.ts';

const DAY = spanAround('day', NOW, 480);
const WEEK = spanAround('week', NOW, 480);

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `note-${from + at}`);

/** A made-up but plausible course: few calls at night, most before noon. */
function course(span: typeof DAY): ContactFigures['course'] {
  return span.buckets.map((start, at) => {
    const calls = Math.max(0, Math.round(9 * Math.sin((at * Math.PI) / span.buckets.length)));
    return { start, inTime: calls, late: Math.floor(calls / 4), missed: at % 5 === 0 ? 1 : 0 };
  });
}

const CONTACT: ContactFigures = {
  inbound: ids(58),
  outbound: ids(6, 58),
  walkIns: ids(2, 64),
  missed: ids(3),
  offered: ids(58),
  answeredLate: ids(9, 44),
  refused: ids(1, 56),
  outsideHours: ids(1, 57),
  byAgent: [],
  blocked: ids(1, 66),
  connectedIn: { counted: ids(53), of: ids(58) },
  connectedOut: { counted: ids(3, 58), of: ids(6, 58) },
  topics: [
    { topic: '保修', counted: ids(12) },
    { topic: '发票', counted: ids(7) },
    { topic: '<b>安装</b>', counted: ids(2) },
  ],
  inTime: { counted: ids(44), of: ids(53) },
  settledFirst: { counted: ids(38), of: ids(51) },
  satisfied: { counted: ids(40), of: ids(45) },
  earlyHangUps: ids(1),
  meanTalkMs: 143_000,
  categories: { query: ids(30), business: ids(14), complaint: ids(9) },
  situations: [
    { situation: 'greeting', counted: ids(53) },
    { situation: 'please-wait', counted: ids(17) },
    { situation: 'noisy-line', counted: ids(6) },
    { situation: 'abuse', counted: ids(3) },
    { situation: 'gone-from-the-pack', counted: ids(1) },
  ],
  unreached: [
    { end: { how: 'refused', sipStatus: 486, cause: 'busy', phrase: null }, counted: ids(2, 58) },
    { end: { how: 'no-answer' }, counted: ids(1, 60) },
  ],
  hotlines: [
    { name: { 'zh-CN': '家电售后热线', 'zh-TW': '家電售後專線', en: 'Appliance service' }, counted: ids(40) },
    { name: { 'zh-CN': '购机热线', 'zh-TW': '購機專線', en: 'Sales' }, counted: ids(12) },
  ],
  course: course(DAY),
};

const tally = (name: string, count: number): TallyView => ({
  name,
  counted: Array.from({ length: count }, (_, n) => ({
    id: `${name} ${n}`,
    at: minutesAgo(60 * n),
    caller: '139••••1234 王',
    text: '冰箱不制冷',
  })),
});

const OPEN: FiguresView & { readonly state: 'open' } = {
  state: 'open',
  span: DAY,
  hasLater: false,
  contact: CONTACT,
  team: {
    harassmentByHour: Array.from({ length: 24 }, (_, hour) =>
      tally(`${hour}:00`, hour === 12 ? 3 : hour >= 22 ? 2 : 0),
    ),
    harassmentBySource: [tally('139••••1234', 5), tally('138••••0077', 2)],
    complaintsByKind: [tally('质量投诉', 6), tally('物流投诉', 3)],
    complaintsByState: [tally('未结', 4), tally('已解决', 5)],
    clocks: [tally('按时', 21), tally('超时', 2)],
    clocksByOwner: [
      ...[tally('责任部门：按时', 9), tally('责任部门：超时', 2)],
      ...[tally('热线主管：按时', 12), tally('热线主管：超时', 0)],
    ],
    callBacks: [
      tally('安排的回访', 14),
      { ...tally('3 天内或按约定回访', 11), of: 12 },
      { ...tally('联系上顾客', 10), of: 11 },
      { ...tally('重要客户回访率', 3), of: 3 },
      tally('还没回访', 2),
    ],
  },
  situationTitles: new Map([
    ['greeting', '标准问候'],
    ['please-wait', '请客户稍候'],
    ['noisy-line', '杂音大'],
    ['abuse', '情绪激烈、辱骂'],
  ]),
  opened: null,
};

const NOTHING = { counted: [], of: [] };

/** Every state of the figures page by the name it has in pictures and tests. */
export const FIGURES_STATES: Readonly<Record<string, FiguresView>> = {
  'figures-day': OPEN,
  'figures-week-opened': {
    ...OPEN,
    span: WEEK,
    hasLater: true,
    contact: { ...CONTACT, course: course(WEEK) },
    opened: {
      title: '情绪激烈、辱骂',
      of: 'calls',
      counted: [
        {
          id: 'note-0',
          at: minutesAgo(3000),
          caller: '139••••1234 王',
          text: '送货迟了三天，已安抚，转主管。',
        },
        { id: 'note-1', at: minutesAgo(90), caller: '138••••5678', text: '<b>不是粗体</b>，原样显示。' },
      ],
    },
  },
  'figures-team': {
    ...OPEN,
    contact: {
      ...CONTACT,
      byAgent: ['0283', '0284'].map((agent, n) => ({
        ...{ agent, rang: ids(58), answered: ids(30 - n), late: ids(4), unanswered: ids(5) },
        ...{ outbound: ids(3), complaints: ids(4), closedEarly: ids(1 + n), meanRings: 2.1 },
        ...{ meanTalkMs: 143_000, adherence: 91 - 20 * n },
      })),
    },
    team: {
      ...OPEN.team,
      promisesByAgent: [{ agent: '0283', kept: tally('', 6).counted, missed: tally('x', 1).counted }],
    },
    opened: {
      title: '坐席 0284 · 话术提前结束',
      of: 'calls',
      counted: [
        {
          ...{ id: 'note-0', at: minutesAgo(30), caller: '139••••1234', text: '' },
          ...{ agent: '0284', note: 'note-0' },
        },
      ],
    },
  },
  'figures-complaints-opened': {
    ...OPEN,
    opened: { title: '投诉种类 · 质量投诉', of: 'entries', counted: tally('质量投诉', 6).counted },
  },
  'figures-empty': {
    ...OPEN,
    contact: {
      ...CONTACT,
      ...{ inbound: [], outbound: [], walkIns: [], missed: [], earlyHangUps: [], meanTalkMs: null },
      ...{ offered: [], answeredLate: [], refused: [], outsideHours: [] },
      ...{ connectedIn: NOTHING, connectedOut: NOTHING, topics: [] },
      ...{ inTime: NOTHING, settledFirst: NOTHING, satisfied: NOTHING, situations: [] },
      course: DAY.buckets.map((start) => ({ start, inTime: 0, late: 0, missed: 0 })),
    },
    team: {
      harassmentByHour: [],
      ...{ harassmentBySource: [], complaintsByKind: [], complaintsByState: [], clocks: [] },
      ...{ clocksByOwner: [], callBacks: [] },
    },
  },
  'figures-locked': { state: 'locked' },
};
