import { RING_CADENCES, ringLength } from '../../../contract/pack/ring-cadence.ts';
import type { CallStage, RingBesideView } from '../../../pages/panel/call/call-view.ts';
import { NO_COUNTS } from '../../../pages/panel/frame/panel-tabs.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import { ringAt } from '../../../rules/ring/ring-timer.ts';
import { CALL_BACK_STATES } from './call-back-states.ts';
import { DIRECTORY } from './directory.ts';
import { HANDOVER_STATES } from './handover-states.ts';
import { HARASSMENT_STATES } from './harassment-states.ts';
import { IDLE_STATES } from './idle-states.ts';
import { LINE_STATES } from './line-states.ts';
import { CHOICES, WRAP_UP } from './other-stages.ts';
import {
  CALLER,
  CALLER_WITH_CASE,
  callStage,
  EMPTY_NOTE,
  minutesAgo,
  NOTE,
  NOW,
  noteWith,
  panelView,
  QUIET_RULES,
  RINGING,
  TALKING,
  UNKNOWN_CALLER,
} from './parts.ts';
import { PRACTICE_STATES } from './practice-states.ts';
import { BRANCH, DO, GREETING, LONG, SILENT } from './runs.ts';
import { SHIFT_STATES } from './shift-states.ts';

const rules = (more: Partial<RulesView>): RulesView => ({ ...QUIET_RULES, ...more });

function ringing(seconds: number, more: Partial<CallStage> = {}): PanelView {
  const startedAt = NOW - seconds * 1000;
  const moment = ringAt(startedAt, NOW, RING_CADENCES.CN, 3);
  return panelView(
    callStage(
      { ...RINGING, startedAt },
      {
        ring: { moment, limit: 3, ringMs: ringLength(RING_CADENCES.CN) },
        rules: rules({ phase: 'ringing', ahead: GREETING }),
        note: EMPTY_NOTE,
        ...more,
      },
    ),
  );
}

const talking = (more: Partial<CallStage>, view: Partial<PanelView> = {}): PanelView =>
  panelView(callStage(TALKING, more), view);

const WITH_TOPIC = noteWith({ category: 'business', tags: ['冰箱', '送货', '改约', '城东门店'] });

function onHold(waitedMs: number, warnings: number): PanelView {
  const since = NOW - waitedMs;
  const reason = { kind: 'on-hold', of: 'hold', seconds: warnings * 60 } as const;
  const overdue = {
    holdWarning: { of: 'hold', since, waitedMs, warnings },
    suggestions: [{ situation: 'still-waiting', title: '等待过久', reason, since }],
  } as const;
  return panelView(
    callStage(
      { ...TALKING, hold: { local: since, remote: null } },
      { rules: rules({ run: DO, ...(warnings > 0 ? overdue : {}) }) },
    ),
  );
}

const UNFINISHED = [{ call: 'call-0', endedAt: minutesAgo(16), caller: '李先生' }];

function ringBeside(seconds: number): RingBesideView {
  const call = { ...RINGING, startedAt: NOW - seconds * 1000 };
  const moment = ringAt(call.startedAt, NOW, RING_CADENCES.CN, 3);
  const ring = { moment, limit: 3, ringMs: ringLength(RING_CADENCES.CN) };
  return { call, caller: CALLER, ring, harasser: false };
}

const silent = rules({
  run: SILENT,
  guard: { guarded: true, situation: 'silent-caller', pendingSteps: 2, pendingMs: 5000, callerFirst: false },
});

const HOSTILE =
  '<img src=x onerror=alert(1)> \u202Egnp.exe\u0000 <script>alert(2)</script> 您已中奖请立即回电领取';

/** Every state of the panel, by its name in pictures and tests. */
export const PANEL_STATES: Readonly<Record<string, PanelView>> = {
  ...IDLE_STATES,
  'ringing-1': ringing(2),
  'ringing-in-page': ringing(2, {
    call: { ...RINGING, startedAt: NOW - 2000, watchOnly: true },
  }),
  'talking-in-page': panelView(
    callStage({ ...TALKING, watchOnly: true }, { rules: rules({ run: GREETING }) }),
  ),
  'talking-by-audio': panelView(
    callStage(
      {
        ...{ ...TALKING, watchOnly: true, mediaOnly: true, startedAt: TALKING.answeredAt },
        remoteParty: { number: '', displayName: null },
      },
      { caller: { ...UNKNOWN_CALLER, number: '' }, rules: rules({ run: GREETING }) },
    ),
  ),
  'transfer-failed': panelView(
    callStage(
      { ...TALKING, transfer: { state: 'failed', target: '8001', sipStatus: 486 } },
      { rules: rules({ run: GREETING }) },
    ),
  ),
  'ringing-2': ringing(7, { caller: UNKNOWN_CALLER }),
  'ringing-hotline': ringing(2, { caller: { ...CALLER, hotline: '家电售后服务热线' } }),
  'ringing-3': ringing(11.5),
  'ringing-late': ringing(21),
  'ringing-harasser': ringing(2, {
    caller: {
      ...UNKNOWN_CALLER,
      history: {
        lastCallAt: minutesAgo(2000),
        lastTopic: '骚扰电话',
        openWorkOrders: 0,
        openCase: null,
        openCallBacks: 0,
        vip: false,
        harasser: true,
      },
    },
  }),
  'ringing-withheld': ringing(2, { caller: { ...UNKNOWN_CALLER, number: 'anonymous' } }),
  'ringing-diverted': ringing(2, {
    caller: { ...UNKNOWN_CALLER, originalTarget: { number: '8001', displayName: '售后服务' } },
  }),
  'ringing-diverted-known': ringing(2, {
    caller: { ...CALLER, originalTarget: { number: '02120001234', displayName: null } },
  }),
  greeting: talking({ rules: rules({ run: GREETING }), caller: UNKNOWN_CALLER, note: EMPTY_NOTE }),
  'silent-caller': talking({ rules: silent, note: WITH_TOPIC }),
  'no-script': talking({ rules: QUIET_RULES }),
  branch: talking({ rules: rules({ run: BRANCH }) }),
  'place-to-choose': talking({ rules: rules({ run: LONG }), places: DIRECTORY.slice(1) }),
  'do-step': talking({ rules: rules({ run: DO }) }),
  suggestion: talking({
    rules: rules({
      run: LONG,
      suggestions: [
        { situation: 'noisy-line', title: '杂音大', reason: { kind: 'noise', seconds: 8 }, since: NOW },
        {
          situation: 'please-repeat',
          title: '请求复述',
          reason: { kind: 'silence', side: 'remote', seconds: 6 },
          since: NOW,
        },
      ],
    }),
  }),
  ...LINE_STATES,
  ...PRACTICE_STATES,
  ...SHIFT_STATES,
  ...HARASSMENT_STATES,
  ...CALL_BACK_STATES,
  ...HANDOVER_STATES,
  hold: onHold(20_000, 0),
  'on-hold': onHold(68_000, 1),
  'on-hold-longer': onHold(125_000, 2),
  'in-call-notices': panelView(callStage(TALKING, { rules: rules({ run: LONG }) }), {
    status: {
      phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'registered' },
      agentNumber: '0283',
      sync: { state: 'synced', at: NOW },
      shift: null,
      notices: ['microphone-lost', 'voice-silent'],
    },
  }),
  muted: panelView(callStage({ ...TALKING, mutedSince: NOW - 12_000 }, { rules: rules({ run: LONG }) })),
  'team-contacts': talking({
    customerRemarks: '投诉过两次，先听完再解释。<b>爱用全名</b>',
    caller: { ...CALLER_WITH_CASE, remarks: '投诉过两次，先听完再解释。<b>爱用全名</b>' },
    rules: rules({ run: GREETING }),
    contacts: [
      { at: minutesAgo(95), category: 'complaint', outcome: 'unsettled', by: '0517' },
      { at: minutesAgo(9_000), category: null, outcome: 'missed', by: '0283' },
    ],
  }),
  'hang-up-guarded': talking({
    rules: rules({
      run: GREETING,
      guard: { guarded: true, situation: null, pendingSteps: 0, pendingMs: 0, callerFirst: true },
    }),
  }),
  'call-waiting': talking({
    rules: rules({ run: LONG }),
    other: {
      ...{ call: 'call-2', state: 'ringing', since: NOW - 6000, number: '+8613900005678' },
      ...{ warnings: 0, asksFirst: false },
    },
  }),
  'call-waiting-consent': talking({
    rules: rules({ run: GREETING }),
    other: {
      ...{ call: 'call-2', state: 'ringing', since: NOW - 6000, number: '+8613900005678' },
      ...{ warnings: 0, asksFirst: true },
    },
  }),
  'other-held': talking({
    rules: rules({ run: LONG }),
    other: {
      ...{ call: 'call-2', state: 'held', since: minutesAgo(3), number: '+8613900005678' },
      ...{ warnings: 3, asksFirst: false },
    },
  }),
  keypad: talking({ rules: rules({ run: GREETING }), tool: 'keypad' }),
  transfer: talking({
    rules: rules({
      run: GREETING,
      suggestions: [
        { situation: 'noisy-line', title: '杂音大', reason: { kind: 'noise', seconds: 8 }, since: NOW },
      ],
    }),
    tool: 'transfer',
  }),
  palette: talking(
    { rules: rules({ run: GREETING }) },
    { overlay: { kind: 'palette', query: 'zy', results: CHOICES, places: [], pinsFull: false } },
  ),
  'palette-places': talking(
    { rules: rules({ run: GREETING }) },
    {
      overlay: {
        kind: 'palette',
        query: 'wx',
        results: CHOICES.slice(2),
        places: DIRECTORY.slice(2),
        pinsFull: true,
      },
    },
  ),
  'wrap-up': panelView(WRAP_UP),
  'wrap-up-came-back': panelView(
    { ...WRAP_UP, since: minutesAgo(12), unfinished: UNFINISHED },
    { counts: { ...NO_COUNTS, call: 1 } },
  ),
  'wrap-up-ring': panelView(WRAP_UP, { beside: ringBeside(2) }),
  'wrap-up-ring-late': panelView(WRAP_UP, {
    beside: {
      ...ringBeside(21),
      caller: { ...UNKNOWN_CALLER, displayName: '有限公司客户服务中心门店' },
      harasser: true,
    },
  }),
  'call-before-wrap-up': talking({ rules: rules({ run: GREETING }), unfinished: UNFINISHED }),
  'save-failed': talking({
    rules: rules({ run: LONG }),
    note: { ...NOTE, save: { state: 'failed', reason: 'storage-full' } },
  }),
  refused: talking({ rules: rules({ run: LONG }) }, { refusal: '对方没有同意保持，请再试一次' }),
  'hostile-name': ringing(2, { caller: { ...UNKNOWN_CALLER, displayName: HOSTILE } }),
  'long-names': ringing(7, {
    caller: {
      ...CALLER,
      masked: false,
      number: 'sales-and-service.extension-000000017',
      surname: '欧阳上官司马诸葛',
      history: {
        lastCallAt: minutesAgo(9000),
        lastTopic: '投诉无法当场答复及跨区域物流配送延误',
        openWorkOrders: 12,
        openCase: null,
        openCallBacks: 0,
        vip: false,
        harasser: true,
      },
    },
  }),
};
