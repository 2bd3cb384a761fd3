import { DEFAULT_SETTINGS } from '../../../contract/settings/settings.ts';
import type { OptionsView } from '../../../pages/options/frame/options-view.ts';
import type { KeepingView } from '../../../pages/options/keeping/keeping-view.ts';
import type { AgentsView } from '../../../pages/session/agents-view.ts';
import { DEFAULT_KEY_MAP } from '../../../pages/session/key-map.ts';
import { NOW } from './parts.ts';

const KEEPING: KeepingView = {
  unlocked: false,
  keepNotesDays: 365,
  managed: false,
  form: 'untouched',
  due: 0,
  storage: { persistent: true, usedBytes: 3_000_000 },
  erasure: { state: 'asking' },
  accounted: [],
};

const AGENTS: AgentsView = {
  agents: [
    { agent: 'a1', label: '0283', current: true },
    { agent: 'a2', label: '0311', current: false },
    { agent: 'a3', label: '0412', current: false },
  ],
  pending: new Set(['a3']),
  removed: [{ agent: 'a4', label: '0199', unsent: 3 }],
  unlocked: true,
  answer: { state: 'nothing' },
  newCode: null,
  teamLocked: false,
};

const FRESH: OptionsView = {
  clickToDial: 'off',
  softphoneAccess: 'missing',
  adapters: [{ id: 'tencent-tccc', name: '腾讯云联络中心 TCCC' }],
  settings: DEFAULT_SETTINGS,
  settingsRevision: 0,
  managed: [],
  agents: null,
  keeping: KEEPING,
  vault: { state: 'none' },
  password: 'missing',
  turnSecret: 'missing',
  phoneStatus: { status: 'out', issue: 'set-up' },
  phoneProblems: {},
  microphone: { state: 'not-asked' },
  sound: {
    outputs: [
      { id: 'speaker', label: '桌面音箱' },
      { id: 'headset', label: '耳机' },
    ],
    settings: DEFAULT_SETTINGS,
    playing: 'nothing',
    problem: null,
  },
  update: { state: 'none' },
  team: { state: 'none', server: '', busy: false, problem: null },
  keys: DEFAULT_KEY_MAP,
  browserKeys: new Map([['KeyJ', 'answer']]),
  forms: {
    agent: 'untouched',
    phone: 'untouched',
    softphone: 'untouched',
    advanced: 'untouched',
    turn: 'untouched',
    listening: 'untouched',
    keys: 'untouched',
  },
};

const READY: OptionsView = {
  ...FRESH,
  settings: {
    ...DEFAULT_SETTINGS,
    sipServer: 'wss://phone.example.com/ws',
    sipDomain: 'example.com',
    sipUser: '0283',
    agentNumber: '0283',
    hotlineName: '安心家电服务热线',
  },
  vault: { state: 'open' },
  agents: AGENTS,
  keeping: { ...KEEPING, unlocked: true },
  password: 'session',
  turnSecret: 'missing',
  phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'calls-arrive' },
  phoneProblems: {},
  microphone: { state: 'granted', devices: [{ id: 'headset', label: '耳机' }], level: 0.55 },
  forms: {
    agent: 'saved',
    phone: 'untouched',
    softphone: 'untouched',
    advanced: 'untouched',
    turn: 'untouched',
    listening: 'untouched',
    keys: 'untouched',
  },
};

/** Every state of the options page by the name it has in pictures and tests. */
export const OPTIONS_STATES: Readonly<Record<string, OptionsView>> = {
  'options-first': FRESH,
  'options-recovery-code': {
    ...FRESH,
    vault: { state: 'made', recoveryCode: 'KQ7M-2XPA-9FRT-C4WD-LH8E-V3NB' },
  },
  'options-ready': READY,
  'options-shared': {
    ...READY,
    vault: { state: 'locked' },
    agents: {
      ...AGENTS,
      unlocked: false,
      teamLocked: true,
      answer: { state: 'refused', reason: 'wrong-passphrase' },
    },
    keeping: { ...KEEPING, storage: { persistent: false, usedBytes: 140_000_000 } },
  },
  'options-records': {
    ...READY,
    keeping: {
      ...{ ...KEEPING, unlocked: true, due: 120 },
      erasure: { state: 'done', notes: 3, calls: 4, later: 1, closed: 1, warnings: 1 },
      accounted: [
        { kind: 'exported', at: NOW, format: 'csv', masked: true, notes: 1042 },
        { kind: 'revealed', at: NOW - 60_000, note: 'r1' },
        { kind: 'deleted-by-number', at: NOW - 3_600_000, notes: 3, calls: 4 },
        { kind: 'deleted-by-age', at: NOW - 86_400_000, notes: 77, kept: 0 },
      ],
    },
  },
  'options-new-code': {
    ...READY,
    agents: { ...AGENTS, newCode: 'KQ7M-2XPA-9FRT-C4WD-LH8E-V3NB' },
  },
  'options-problems': {
    ...READY,
    phoneStatus: { status: 'ready', confirmedAt: NOW, proof: 'registered' },
    phoneProblems: { 'unreadable-frame': 3, 'forgotten-request': 1, 'session-failed': 2 },
  },
  'options-softphone': {
    ...READY,
    settings: {
      ...READY.settings,
      phoneSource: 'web-softphone',
      softphoneSites: 'https://phone.example.com https://frame.example.net',
      softphoneAdapter: 'tencent-tccc',
    },
    phoneStatus: { status: 'out', issue: 'page-silent', watchOnly: true },
    softphoneAccess: 'allowed',
  },
  'options-ip-phone': {
    ...READY,
    settings: { ...READY.settings, phoneSource: 'ip-phone', ipPhone: '8001' },
    phoneStatus: { status: 'out', issue: 'calls-not-reported', watchOnly: true },
  },
  'options-turn': {
    ...READY,
    settings: {
      ...READY.settings,
      turnServer: 'turn:turn.example.com:3478, turns:turn.example.com:443?transport=tcp',
      turnCredentials: 'time-limited',
      turnUser: '0283',
    },
    turnSecret: 'kept',
    forms: { ...READY.forms, turn: 'saved' },
  },
  'options-managed': {
    ...READY,
    managed: ['sipServer', 'sipDomain', 'hotlineName', 'cadence', 'ringerOutput'],
    password: 'remembered',
    turnSecret: 'missing',
    update: { state: 'waiting', version: '0.2.0' },
  },
  'options-denied': {
    ...READY,
    vault: { state: 'lost' },
    phoneStatus: { status: 'out', issue: 'microphone-denied' },
    microphone: { state: 'denied' },
    sound: {
      ...READY.sound,
      settings: { ...DEFAULT_SETTINGS, ringerVolume: 0, voiceOutput: 'headset' },
      problem: { of: 'ring', why: 'missing' },
    },
    keys: { ...DEFAULT_KEY_MAP, hold: 'KeyJ', answer: 'KeyY', mute: 'KeyG' },
    forms: {
      agent: 'failed',
      phone: 'saving',
      softphone: 'untouched',
      advanced: 'untouched',
      turn: 'untouched',
      listening: 'untouched',
      keys: 'untouched',
    },
    update: { state: 'ready', version: '0.2.0' },
  },
};

/** In a team, whose member gives the agent's role: that field is not shown. */
const JOINED_TEAM: OptionsView['team'] & { readonly state: 'joined' } = {
  state: 'joined',
  ...{ server: 'https://team.example.com', organisation: '安心家电', team: '华东热线' },
  ...{ name: '小林', number: '0283', workOrderRole: '坐席', lockAfterMinutes: 10 },
  root: { state: 'compare', fingerprint: 'K7Q2M-X4P9A-FRT6C-WD3LH' },
  device: 'd1',
  devices: [
    { id: 'd1', label: 'Chrome Linux', madeAt: NOW - 86_400_000, lastUsedAt: NOW, codeBy: null },
    {
      ...{ id: 'd2', label: 'Edge Windows', madeAt: NOW, lastUsedAt: null },
      codeBy: { number: '0101', name: '陈静' },
    },
  ],
};

export const JOINED_STATES: Readonly<Record<string, OptionsView>> = {
  'options-joined': { ...READY, team: JOINED_TEAM },
};

const JOINED: OptionsView = { ...READY, team: { ...JOINED_TEAM, root: { state: 'known' } } };

/** The three steps of a new workstation. */
export const BEGIN_STATES: Readonly<Record<string, OptionsView>> = {
  'begin-code': FRESH,
  'begin-refused': {
    ...FRESH,
    vault: { state: 'open' },
    team: { state: 'none', server: 'https://team.example.com', busy: false, problem: 'bad-code' },
  },
  'begin-recovery-code': {
    ...FRESH,
    vault: { state: 'made', recoveryCode: 'KQ7M-2XPA-9FRT-C4WD-LH8E-V3NB' },
  },
  'begin-compare': { ...JOINED, team: JOINED_TEAM },
  'begin-microphone': { ...JOINED, microphone: { state: 'not-asked' } },
  'begin-sound': JOINED,
};
