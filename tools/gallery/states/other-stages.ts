import { type CallEnd, FAILURE_CAUSES, REFUSAL_CAUSES } from '../../../calls/call-end.ts';
import type { IdleStage } from '../../../pages/panel/idle/idle-view-model.ts';
import type { WrapUpStage } from '../../../pages/panel/note/wrap-up-view.ts';
import type { ScriptChoice } from '../../../pages/panel/script/script-view.ts';
import { CALLER, FOLLOW_UP, minutesAgo, NOW, noteWith, PARTY } from './parts.ts';

export const IDLE: IdleStage = {
  stage: 'idle',
  signIn: null,
  arrival: null,
  figures: { answered: 42, timed: 42, answeredInTime: 40, missed: 1, meanTalkMs: 204_000 },
  followUps: [],
  due: [
    { id: 'd1', what: '王女士：冰箱不制冷，答复', dueAt: minutesAgo(-25), late: false, opens: 'order' },
    { id: 'd2', what: '陈先生：发票重开，回访', dueAt: minutesAgo(9), late: true, opens: 'call-back' },
  ],
  lastNotes: [
    { id: 'n1', at: minutesAgo(14), caller: '李先生', text: '洗衣机排水管松动，已约周三上门' },
    { id: 'n2', at: minutesAgo(31), caller: '139 **** 0042', text: '问城南门店营业时间' },
  ],
  today: [
    {
      call: 'c1',
      direction: 'inbound',
      startedAt: minutesAgo(16),
      endedAt: minutesAgo(16 - 1),
      number: '+8613900000042',
      end: { how: 'hung-up', by: 'remote-party' },
      talkMs: 192_000,
    },
    {
      call: 'c2',
      direction: 'inbound',
      startedAt: minutesAgo(33),
      endedAt: minutesAgo(33 - 1),
      number: '+8613900000043',
      end: { how: 'answered-elsewhere' },
      talkMs: null,
    },
    {
      call: 'c3',
      direction: 'inbound',
      startedAt: minutesAgo(41),
      endedAt: minutesAgo(41 - 1),
      number: '+8613900000044',
      end: { how: 'given-up' },
      talkMs: null,
    },
    {
      call: 'c4',
      direction: 'outbound',
      startedAt: minutesAgo(58),
      endedAt: minutesAgo(58 - 1),
      number: '+8613900000045',
      end: { how: 'refused', sipStatus: 486, cause: 'busy', phrase: 'Busy Here' },
      talkMs: null,
    },
    {
      call: 'c5',
      direction: 'inbound',
      startedAt: minutesAgo(75),
      endedAt: minutesAgo(75 - 1),
      number: 'anonymous',
      end: { how: 'hung-up', by: 'agent' },
      talkMs: 3_700_000,
    },
    {
      call: 'c6',
      direction: 'outbound',
      startedAt: minutesAgo(90),
      endedAt: minutesAgo(90 - 1),
      number: '8106',
      end: { how: 'transferred', target: '8001' },
      talkMs: 61_000,
    },
  ],
};

/** Every way in which a call of the agent can end before its answer. */
export const UNREACHED: IdleStage = {
  ...IDLE,
  due: [],
  lastNotes: [],
  today: [
    ...REFUSAL_CAUSES.map((cause): CallEnd => ({ how: 'refused', sipStatus: 480, cause, phrase: null })),
    ...FAILURE_CAUSES.map((cause): CallEnd => ({ how: 'failed', cause, sipStatus: null })),
  ].map((end, n) => ({
    call: `c${n}`,
    direction: 'outbound',
    startedAt: minutesAgo(n),
    endedAt: minutesAgo(n),
    number: '+8613900000045',
    end,
    talkMs: null,
  })),
};

export const WRAP_UP: WrapUpStage = {
  stage: 'wrap-up',
  call: {
    id: 'call-1',
    direction: 'inbound',
    remoteParty: PARTY,
    startedAt: minutesAgo(5),
    originalTarget: null,
    queuedMs: null,
    state: 'ended',
    answeredAt: minutesAgo(4.8),
    endedAt: minutesAgo(0.4),
    end: { how: 'hung-up', by: 'remote-party' },
  },
  caller: CALLER,
  since: NOW - 24_000,
  promises: [
    { id: 'quality', what: '开工单：质量投诉', done: false, dueAt: minutesAgo(-112), by: 'work-order' },
    { id: 'call-back', what: '安排回电', done: true, dueAt: null, by: 'call-back' },
  ],
  tool: 'none',
  followUp: FOLLOW_UP,
  callBack: null,
  breakOffer: null,
  line: [],
  note: noteWith({ category: 'complaint', tags: ['冰箱', '退款'], settled: false }),
  unfinished: [],
  asked: ['caller-name', 'caller-number', 'requested-remedy', 'happened-at', 'mood'],
};

export const CHOICES: readonly ScriptChoice[] = [
  { situation: 'noisy-line', title: '杂音大', excerpt: '对不起，您那边杂音太大，我听不清', pin: 2 },
  { situation: 'please-repeat', title: '请求复述', excerpt: '对不起，请您再说一遍好吗？', pin: null },
  {
    situation: 'system-down',
    title: '设备故障',
    excerpt: '很抱歉，我们的设备正在维修，请稍后再打来',
    pin: null,
  },
  { situation: 'caller-thanks', title: '客户致谢', excerpt: '不客气，欢迎您再打来', pin: 7 },
];
