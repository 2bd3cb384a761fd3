import type { PhoneNotice } from '../../../contract/messages/phone-status.ts';
import type { PendingView } from '../../../pages/panel/follow-ups/pending-view.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import { IDLE, UNREACHED } from './other-stages.ts';
import { minutesAgo, NOW, panelView } from './parts.ts';

/** The agents of one computer. */
const AGENTS = [
  { agent: 'a1', label: '0283', current: true },
  { agent: 'a2', label: '0517', current: false },
  { agent: 'a3', label: '', current: false },
];

/** The panel without a call: idle, locked, and what keeps the phone from being ready. */
const pendingItem = (more: Partial<PendingView>): PendingView => ({
  ...{ key: 'a', what: 'work-order', text: '', caller: '王女士', saidAt: minutesAgo(12) },
  ...{ dueAt: null, note: null, register: null },
  ...more,
});

/** All at once never come; each must have its place. */
const EVERY_NOTICE: readonly PhoneNotice[] = [
  'microphone-lost',
  'microphone-muted',
  'voice-silent',
  'tone-silent',
  'line-not-analysed',
  'turn-refused',
  'turn-unreachable',
  'turn-secret-missing',
];

export const IDLE_STATES: Readonly<Record<string, PanelView>> = {
  idle: panelView(IDLE),
  arrival: panelView({
    ...IDLE,
    arrival: { at: NOW + 12 * 60_000, staff: '值班：值班现场主管 8001、当班组长 8003' },
  }),
  'idle-unreached': panelView(UNREACHED),
  'idle-first-day': panelView(
    {
      ...IDLE,
      due: [],
      lastNotes: [],
      today: [],
      figures: { answered: 0, timed: 0, answeredInTime: 0, missed: 0, meanTalkMs: null },
    },
    {
      status: {
        phoneStatus: { status: 'working', doing: 'registering' },
        agentNumber: '0283',
        sync: { state: 'waiting', count: 3 },
        shift: null,
      },
    },
  ),
  'key-sheet': panelView(IDLE, { overlay: { kind: 'keys' } }),
  menu: panelView(IDLE, { overlay: { kind: 'menu' } }),
  locked: panelView(
    { stage: 'locked', refusal: null, busy: false, agents: AGENTS.slice(0, 1) },
    {
      status: {
        phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'calls-arrive' },
        agentNumber: '0283',
        sync: { state: 'local' },
        shift: null,
      },
    },
  ),
  'locked-refused': panelView({
    stage: 'locked',
    refusal: 'wrong-passphrase',
    busy: false,
    agents: AGENTS.slice(0, 1),
  }),
  'locked-shared': panelView({ stage: 'locked', refusal: null, busy: false, agents: AGENTS }),
  'not-set-up': panelView(
    { stage: 'set-up', missing: ['phone', 'microphone'], storeLost: false },
    {
      status: {
        phoneStatus: { status: 'out', issue: 'set-up' },
        agentNumber: '',
        sync: { state: 'local' },
        shift: null,
      },
    },
  ),
  'no-phone': panelView(IDLE, {
    status: {
      phoneStatus: { status: 'no-phone', workOrderRole: '事业部副总、总经理' },
      agentNumber: '7003',
      sync: { state: 'offline', since: NOW, count: 3 },
      shift: null,
    },
  }),
  'microphone-denied': panelView(IDLE, {
    status: {
      phoneStatus: { status: 'out', issue: 'microphone-denied' },
      agentNumber: '0283',
      sync: { state: 'synced', at: NOW },
      shift: null,
    },
  }),
  'idle-notices': panelView(IDLE, {
    status: {
      phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'registered' },
      agentNumber: '0283',
      sync: { state: 'synced', at: NOW },
      shift: null,
      notices: EVERY_NOTICE,
    },
  }),
  'idle-devices-missing': panelView(IDLE, {
    status: {
      phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'registered' },
      agentNumber: '0283',
      sync: { state: 'synced', at: NOW },
      shift: null,
      notices: ['chosen-microphone-missing', 'chosen-speaker-missing', 'chosen-ringer-missing'],
    },
  }),
  'host-missing': panelView(IDLE, {
    status: {
      phoneStatus: { status: 'out', issue: 'host-missing' },
      agentNumber: '0283',
      sync: { state: 'offline', since: NOW, count: 3 },
      shift: null,
    },
  }),
  'idle-follow-ups': panelView({
    ...IDLE,
    followUps: [
      pendingItem({ dueAt: minutesAgo(2), text: '开工单：咨询待答' }),
      pendingItem({ key: 'b', what: 'call-back', text: '安排回电', caller: '陈先生' }),
      pendingItem({
        ...{ key: 'c', what: 'warning', text: '登记骚扰号码', caller: '139 **** 0042' },
        register: { call: 'call-1', wanted: true, ending: 'other', registered: null },
      }),
    ],
  }),
  'lost-call': panelView(IDLE, {
    lost: { call: 'call-0', number: '+8613900001234', startedAt: minutesAgo(12) },
  }),
};
