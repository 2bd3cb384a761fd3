import type { Call, EstablishedCall, RingingCall } from '../../../calls/call.ts';
import type { LineMeterMessage } from '../../../contract/messages/line-meter-message.ts';
import { EMPTY_FIELDS, type NoteFields } from '../../../contract/note/note.ts';
import type { CallerView, CallStage } from '../../../pages/panel/call/call-view.ts';
import type { TimeRules } from '../../../pages/panel/call-backs/call-backs-view.ts';
import type { FollowUpView } from '../../../pages/panel/call-backs/follow-up-view.ts';
import { NO_COUNTS } from '../../../pages/panel/frame/panel-tabs.ts';
import type { PanelView, Stage } from '../../../pages/panel/frame/panel-view.ts';
import { NOTHING_TO_UNDO, type NoteView } from '../../../pages/panel/note/note-view.ts';
import { shownSuggestion } from '../../../pages/panel/script/script-view.ts';
import type { ShiftView } from '../../../pages/panel/shift/shift-view.ts';
import { DEFAULT_KEY_MAP } from '../../../pages/session/key-map.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import { DIRECTORY } from './directory.ts';

/** The moment of all gallery states, so that pictures are reproducible. */
export const NOW = Date.parse('2026-11-22T14:05:09+08:00');

export const minutesAgo = (minutes: number): number => NOW - minutes * 60_000;

export const PARTY = { number: '+8613900001234', displayName: null };

const HISTORY: NonNullable<CallerView['history']> = {
  lastCallAt: minutesAgo(3000),
  lastTopic: '投诉',
  openWorkOrders: 1,
  openCase: null,
  openCallBacks: 1,
  vip: true,
  harasser: false,
};

export const CALLER: CallerView = {
  number: PARTY.number,
  displayName: null,
  originalTarget: null,
  masked: true,
  surname: '王',
  title: 'ms',
  history: HISTORY,
  hotline: null,
};

/** Its line is above the script for the whole call. */
export const CALLER_WITH_CASE: CallerView = {
  ...CALLER,
  history: { ...HISTORY, openCase: '质量投诉 · 判定 · 热线主管 · 15:00 前' },
};

export const UNKNOWN_CALLER: CallerView = { ...CALLER, surname: '', title: null, history: null };

export const NOTE: NoteView = {
  id: 'note-1',
  fields: { ...EMPTY_FIELDS, surname: '王', title: 'ms', text: '冰箱送到三天不制冷，订单尾号 0417。' },
  save: { state: 'saved', at: NOW },
  undo: { canUndo: true, canRedo: false, applied: 0 },
};

export const EMPTY_NOTE: NoteView = {
  ...NOTE,
  fields: EMPTY_FIELDS,
  save: { state: 'empty' },
  undo: NOTHING_TO_UNDO,
};

export function noteWith(fields: Partial<NoteFields>): NoteView {
  return { ...NOTE, fields: { ...NOTE.fields, ...fields } };
}

export const RINGING: RingingCall = {
  id: 'call-1',
  direction: 'inbound',
  remoteParty: PARTY,
  startedAt: NOW - 4000,
  originalTarget: null,
  queuedMs: null,
  state: 'ringing',
};

export const TALKING: EstablishedCall = {
  id: 'call-1',
  direction: 'inbound',
  remoteParty: PARTY,
  startedAt: minutesAgo(3),
  originalTarget: null,
  queuedMs: null,
  state: 'established',
  answeredAt: minutesAgo(2) - 14_000,
  hold: { local: null, remote: null },
  mutedSince: null,
  transfer: { state: 'none' },
};

export const QUIET_RULES: RulesView = {
  call: 'call-1',
  phase: 'talking',
  run: null,
  ahead: null,
  suggestions: [],
  guard: { guarded: false },
  holdWarning: null,
  line: null,
  askBeforeWait: { hold: false, mute: false },
  courtesy: {
    words: ['您好', '请', '对不起', '谢谢', '再见'],
    rules: [
      '先听完，不打断',
      '用自己的话复述一遍，请顾客确认',
      '要查询，先征得同意，再保持或静音；回来先道谢、致歉',
    ],
  },
  nextChangeAt: null,
};

/** The caller speaks, the agent listens. */
export const METER: LineMeterMessage = {
  call: 'call-1',
  remote: { segments: 4, detected: 'speech' },
  agent: { segments: 0, detected: 'nothing' },
};

export const READY_SHIFT: ShiftView = {
  readiness: { state: 'ready' },
  since: NOW - 3_600_000,
  endsAt: null,
  rest: null,
};

export const TIMES: TimeRules = {
  settings: { callBackQuietHours: [{ from: '20:00', to: '04:00' }], callBackWithinDays: 3 },
  utcOffsetMinutes: -new Date(NOW).getTimezoneOffset(),
};

export const FOLLOW_UP: FollowUpView = {
  register: { call: 'call-1', wanted: false, ending: 'other', registered: null },
  draft: { number: '+8613900001234', surname: '王', title: 'ms', matter: '', order: null },
  times: TIMES,
  plannedAt: null,
  now: NOW,
};

export function callStage(call: Exclude<Call, { state: 'ended' }>, more: Partial<CallStage> = {}): CallStage {
  return {
    stage: 'call',
    call,
    caller: CALLER,
    ring: null,
    other: null,
    tool: 'none',
    followUp: FOLLOW_UP,
    help: null,
    directory: DIRECTORY,
    places: [],
    rules: QUIET_RULES,
    suggestion: shownSuggestion(more.rules?.suggestions ?? [], ''),
    meter: METER,
    note: NOTE,
    contacts: [],
    customerRemarks: '',
    unfinished: [],
    asked: ['caller-number', 'caller-name', 'matter', 'requested-remedy', 'happened-at', 'staff-number'],
    ...more,
  };
}

export function panelView(stage: Stage, more: Partial<PanelView> = {}): PanelView {
  return {
    now: NOW,
    status: {
      phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'calls-arrive' },
      agentNumber: '0283',
      sync: { state: 'synced', at: NOW },
      shift: READY_SHIFT,
    },
    stage,
    tab: { tab: 'call' },
    counts: { ...NO_COUNTS, orders: 2, 'call-backs': 1 },
    overlay: { kind: 'none' },
    lost: null,
    dialRequest: null,
    beside: null,
    packNotice: { kind: 'none' },
    newDevice: null,
    keys: DEFAULT_KEY_MAP,
    noteFocus: 0,
    refusal: null,
    ...more,
  };
}
