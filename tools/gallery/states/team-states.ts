import type { CallBackItemView, CallBacksView } from '../../../components/call-backs/call-backs-view.ts';
import type { HandoverView } from '../../../components/handover/handover-view.ts';
import type { PanelView } from '../../../components/panel-view.ts';
import type { ShiftSheetView, ShiftView } from '../../../components/shift/shift-view.ts';
import { preflight } from '../../../rules/shift/preflight.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import { warningFigures } from '../../../rules/warnings/warning-figures.ts';
import { IDLE, WRAP_UP } from './other-stages.ts';
import {
  callStage,
  FOLLOW_UP,
  minutesAgo,
  NOW,
  panelView,
  QUIET_RULES,
  READY_SHIFT,
  TALKING,
  TIMES,
} from './parts.ts';
import { GREETING } from './runs.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const resting: ShiftView = {
  readiness: { state: 'break', reason: 'water' },
  since: minutesAgo(7),
  endsAt: null,
  rest: { id: 'water', title: '喝水、洗手间', minutes: 5 },
};
const wrapping: ShiftView = {
  readiness: { state: 'wrap-up' },
  since: NOW - 24_000,
  endsAt: NOW + 36_000,
  rest: null,
};

const SHEET: ShiftSheetView = {
  kind: 'shift',
  shift: resting,
  signedInAt: NOW - 4 * HOUR,
  breaks: [
    { id: 'rest', title: '小休', minutes: 10 },
    { id: 'water', title: '喝水、洗手间', minutes: 5 },
    { id: 'meal', title: '用餐', minutes: 40 },
    { id: 'training', title: '培训、班会', minutes: 30 },
    { id: 'calm-down', title: '缓一缓', minutes: 5 },
  ],
  today: { ready: 3.4 * HOUR, busy: 3 * MINUTE, break: 19 * MINUTE, 'wrap-up': 14 * MINUTE },
  breaksToday: [
    { title: '喝水、洗手间', ms: 12 * MINUTE, count: 2 },
    { title: '缓一缓', ms: 7 * MINUTE, count: 1 },
  ],
  turnedAway: 3,
};

const status = (shift: ShiftView | null, more: Partial<PanelView['status']> = {}) => ({
  status: { ...panelView(IDLE).status, shift, ...more },
});

const entry = (more: Partial<Warning>): Warning => ({
  id: 'w1',
  number: '+8613900000066',
  calledAt: minutesAgo(900),
  by: '0283',
  kind: 'indecent',
  done: 'closed-formally',
  remarks: '',
  note: null,
  struckOff: null,
  ...more,
});
const WARNINGS: readonly Warning[] = [
  entry({}),
  entry({ id: 'w2', calledAt: minutesAgo(840), kind: 'silent', done: 'stopped', remarks: '背景有笑声' }),
  entry({ id: 'w3', number: 'anonymous', calledAt: minutesAgo(300), kind: 'threat', done: 'to-supervisor' }),
  entry({
    id: 'w4',
    number: '+8613900000088',
    calledAt: minutesAgo(120),
    kind: 'prank',
    done: 'other',
    struckOff: { at: minutesAgo(30), by: '0100', reason: '顾客的小孩误拨，已致歉' },
  }),
];

const item = (more: Partial<CallBackItemView>): CallBackItemView => ({
  id: 'c1',
  number: '+8613900001234',
  surname: '王',
  title: 'ms',
  matter: '冰箱不制冷，问维修后好了没有',
  vip: false,
  agreed: false,
  dueAt: minutesAgo(-60),
  callableAt: minutesAgo(-60),
  latestAt: minutesAgo(-3000),
  when: 'later',
  attempts: [],
  ...more,
});
const CALL_BACKS: CallBacksView = {
  items: [
    item({
      id: 'c0',
      when: 'late',
      dueAt: minutesAgo(400),
      callableAt: NOW,
      latestAt: minutesAgo(20),
      agreed: true,
    }),
    item({
      id: 'c1',
      when: 'due',
      vip: true,
      surname: '陈',
      title: 'mr',
      matter: '发票重开',
      dueAt: minutesAgo(9),
      callableAt: NOW,
      attempts: [{ at: minutesAgo(1500), by: '0283', outcome: 'not-reached', remarks: '没人接' }],
    }),
    item({ id: 'c2', when: 'resting', surname: '', title: null, callableAt: minutesAgo(-115) }),
    item({ id: 'c3' }),
  ],
  done: [
    {
      id: 'd1',
      number: '+8613900000042',
      surname: '李',
      title: 'mr',
      at: minutesAgo(70),
      outcome: 'satisfied',
    },
    { id: 'd2', number: '+8613900000043', surname: '', title: null, at: minutesAgo(90), outcome: null },
  ],
  open: null,
  unanswered: null,
  planning: false,
  times: TIMES,
  now: NOW,
};
const callBacks = (more: Partial<CallBacksView>) =>
  panelView(IDLE, { tab: { tab: 'call-backs', view: { ...CALL_BACKS, ...more } } });

const LINES: HandoverView['sheet']['lines'] = [
  {
    kind: 'order',
    of: 'o1',
    text: '王女士 · ••••••••1234 · 冰箱不制冷，维修后同样故障',
    dueAt: minutesAgo(-55),
    isNew: false,
  },
  { kind: 'order', of: 'o2', text: '139••••0088 · 发票抬头重开', dueAt: minutesAgo(-1400), isNew: true },
  {
    kind: 'call-back',
    of: 'c1',
    text: '陈先生 · 139••••0042 · 发票重开',
    dueAt: minutesAgo(-120),
    isNew: true,
  },
  { kind: 'notice', of: 'n1', text: '今晚 22:00 电话系统维护半小时', dueAt: null, isNew: false },
];
const HANDOVER: HandoverView = {
  sheet: { id: 's2', lines: LINES, remarks: '王女士情绪激动，先致歉', asked: '' },
  notices: [
    { id: 'n1', at: minutesAgo(600), by: '0100', text: '今晚 22:00 电话系统维护半小时', isNew: false },
    { id: 'n2', at: minutesAgo(20), by: '0100', text: '冬季清洗活动开始，细则见知识库', isNew: true },
  ],
  signed: [
    {
      id: 's1',
      leaving: { at: minutesAgo(9), by: '0500', name: '小陈' },
      coming: null,
      lines: LINES.map(({ isNew: _, ...line }) => line),
      remarks: '王女士 16 点前要答复',
      asked: '多登记一次回访结果',
      mayTake: true,
    },
    {
      id: 's0',
      leaving: { at: minutesAgo(900), by: '0283', name: '小林' },
      coming: { at: minutesAgo(890), by: '0500', name: '小陈' },
      lines: [],
      remarks: '',
      asked: '',
      mayTake: false,
    },
  ],
  name: '小林',
  now: NOW,
};

const hardCall = { register: { ...FOLLOW_UP.register, wanted: true, ending: 'closed-formally' as const } };
const inCall = { ...QUIET_RULES, run: GREETING };

/** The shift, the harassment register and call-backs. */
export const TEAM_STATES: Readonly<Record<string, PanelView>> = {
  'sign-in': panelView(
    { ...IDLE, signIn: { checks: preflight({ light: 'ready', confirmedAt: NOW }), lapsedAt: null } },
    status(null),
  ),
  'sign-in-broken': panelView(
    {
      ...IDLE,
      signIn: { checks: preflight({ light: 'out', mend: 'microphone-denied' }), lapsedAt: minutesAgo(400) },
    },
    status(
      { ...READY_SHIFT, readiness: { state: 'offline' } },
      { light: { light: 'out', mend: 'microphone-denied' } },
    ),
  ),
  'on-break': panelView(IDLE, status(resting)),
  'shift-sheet': panelView(IDLE, { ...status(resting), overlay: SHEET }),
  'sign-out': panelView(IDLE, {
    overlay: { kind: 'sign-out', orders: 2, callBacks: 1, unfinished: 1, handedOver: false },
  }),
  'wrap-up-hard-call': panelView(
    {
      ...WRAP_UP,
      followUp: { ...FOLLOW_UP, ...hardCall },
      breakOffer: { id: 'calm-down', title: '缓一缓', minutes: 5 },
    },
    status(wrapping),
  ),
  'wrap-up-call-back': panelView(
    {
      ...WRAP_UP,
      owed: [],
      call: { ...WRAP_UP.call, direction: 'outbound' },
      callBack: { id: 'c1', suggested: 'asked-for-later', vip: false, times: TIMES },
    },
    status(wrapping),
  ),
  'follow-up': panelView(callStage(TALKING, { rules: inCall, tool: 'follow-up' })),
  'plan-call-back': panelView(callStage(TALKING, { rules: inCall, tool: 'plan-call-back' })),
  'harassment-list': panelView(IDLE, {
    overlay: { kind: 'harassment', entries: WARNINGS.toReversed(), figures: warningFigures(WARNINGS, 480) },
  }),
  'dial-wish': panelView(IDLE, {
    dialWish: { number: '+8613900001234', from: 'crm.example.com', at: NOW },
  }),
  'harassment-empty': panelView(IDLE, {
    overlay: { kind: 'harassment', entries: [], figures: warningFigures([], 480) },
  }),
  'call-backs': callBacks({}),
  'call-back-open': callBacks({ open: 'c1' }),
  handover: panelView(IDLE, { tab: { tab: 'handover', view: HANDOVER } }),
  'handover-nothing': panelView(IDLE, {
    tab: {
      tab: 'handover',
      view: {
        ...HANDOVER,
        sheet: { id: 's3', lines: [], remarks: '', asked: '' },
        notices: [],
        signed: [],
      },
    },
  }),
  'call-backs-planning': callBacks({ planning: true, items: [], done: [] }),
};
