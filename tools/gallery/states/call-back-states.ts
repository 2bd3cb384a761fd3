import {
  BLANK_PLAN,
  type CallBackItemView,
  type CallBacksView,
} from '../../../pages/panel/call-backs/call-backs-view.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import { IDLE } from './other-stages.ts';
import { callStage, minutesAgo, NOW, panelView, QUIET_RULES, TALKING, TIMES } from './parts.ts';
import { GREETING } from './runs.ts';

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
  list: null,
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
    item({ id: 'c3', list: '春节问候 2027-02-06', matter: '春节问候，顺便问问近况和需要' }),
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
  unansweredEnd: null,
  planning: false,
  draft: BLANK_PLAN,
  times: TIMES,
  now: NOW,
};
const callBacks = (more: Partial<CallBacksView>) =>
  panelView(IDLE, { tab: { tab: 'call-backs', view: { ...CALL_BACKS, ...more } } });

const inCall = { ...QUIET_RULES, run: GREETING };

/** Call-backs: the list, planning in a call, a number clicked in a web page. */
export const CALL_BACK_STATES: Readonly<Record<string, PanelView>> = {
  'call-backs': callBacks({}),
  'call-back-open': callBacks({ open: 'c1' }),
  'call-backs-planning': callBacks({ planning: true, items: [], done: [] }),
  'follow-up': panelView(callStage(TALKING, { rules: inCall, tool: 'follow-up' })),
  'asked-fields': panelView(callStage(TALKING, { rules: inCall, tool: 'fields' })),
  'plan-call-back': panelView(callStage(TALKING, { rules: inCall, tool: 'plan-call-back' })),
  'dial-request': panelView(IDLE, {
    dialRequest: { number: '+8613900001234', from: 'crm.example.com', at: NOW },
  }),
};
