import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { ShiftSheetView, ShiftView } from '../../../pages/panel/shift/shift-view.ts';
import { preflight } from '../../../rules/shift/preflight.ts';
import { IDLE, WRAP_UP } from './other-stages.ts';
import { FOLLOW_UP, minutesAgo, NOW, panelView, READY_SHIFT, TIMES } from './parts.ts';

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

const hardCall = { register: { ...FOLLOW_UP.register, wanted: true, ending: 'closed-formally' as const } };

/** Readiness from sign-in to sign-out. */
export const SHIFT_STATES: Readonly<Record<string, PanelView>> = {
  'sign-in': panelView(
    {
      ...IDLE,
      signIn: {
        checks: preflight({ status: 'ready', confirmedAt: NOW, proof: 'calls-arrive' }),
        lapsedAt: null,
      },
    },
    status(null),
  ),
  'sign-in-broken': panelView(
    {
      ...IDLE,
      signIn: { checks: preflight({ status: 'out', issue: 'microphone-denied' }), lapsedAt: minutesAgo(400) },
    },
    status(
      { ...READY_SHIFT, readiness: { state: 'offline' } },
      { phoneStatus: { status: 'out', issue: 'microphone-denied' } },
    ),
  ),
  'on-break': panelView(IDLE, status(resting)),
  'shift-sheet': panelView(IDLE, { ...status(resting), overlay: SHEET }),
  'sign-out': panelView(IDLE, {
    overlay: { kind: 'sign-out', orders: 2, callBacks: 1, followUps: 1, unfinished: 1, handedOver: false },
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
      promises: [],
      call: { ...WRAP_UP.call, direction: 'outbound' },
      callBack: { id: 'c1', suggested: 'asked-for-later', vip: false, times: TIMES },
    },
    status(wrapping),
  ),
};
