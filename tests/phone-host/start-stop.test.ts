import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { ClockMonitor } from '../../phone-host/alarms/clock-monitor.ts';
import { RetentionScheduler } from '../../phone-host/alarms/retention-scheduler.ts';
import { ShiftMonitor } from '../../phone-host/alarms/shift-monitor.ts';
import { BadgePublisher } from '../../phone-host/call/badge-publisher.ts';
import { LineMonitor } from '../../phone-host/call/line-monitor.ts';
import { NoteRecorder } from '../../phone-host/call/note-recorder.ts';
import { NumberRecogniser } from '../../phone-host/call/number-recogniser.ts';
import { PhoneStatusMonitor } from '../../phone-host/call/phone-status-monitor.ts';
import { StatusFacts } from '../../phone-host/call/status-facts.ts';
import { ViewChannel } from '../../phone-host/call/view-channel.ts';
import { WakeWatch } from '../../phone-host/call/wake-watch.ts';
import { Listeners } from '../../phone-host/listeners.ts';
import type { Part } from '../../phone-host/part.ts';
import { ContactFinder } from '../../phone-host/server/contact-finder.ts';
import { Membership } from '../../phone-host/server/membership.ts';
import { PackService } from '../../phone-host/server/pack-service.ts';
import { PresenceService } from '../../phone-host/server/presence-service.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { TeamService } from '../../phone-host/server/team-service.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { BEIJING_RULES } from '../helpers/order-story.ts';
import { Profile } from '../helpers/profile.ts';
import { FakeStream } from './fake-stream.ts';

vi.setConfig({ testTimeout: 60_000 });
const pack = loadPack();
const page = new EventTarget();
let listening = 0;
let profile: Profile;

beforeEach(() => {
  // IndexedDB goes on by setImmediate.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  listening = 0;
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    listening += 1;
    page.addEventListener(type, listener);
  });
  vi.stubGlobal('removeEventListener', (type: string, listener: () => void) => {
    listening -= 1;
    page.removeEventListener(type, listener);
  });
  vi.stubGlobal('navigator', {
    onLine: true,
    connection: new EventTarget(),
    locks: { request: (_name: string, _options: LockOptions, work: () => Promise<unknown>) => work() },
  });
  profile = new Profile();
});
afterEach(() => {
  profile.quit();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/**
 * What the parts below are made from; `listeners` counts their subscriptions to anything but the
 * journal.
 */
function partsOf(stores: Stores) {
  const journal = new FakeStream();
  const changes = new Listeners();
  let listeners = 0;
  const subscribe = (listener: () => void) => {
    const undo = changes.add(listener);
    listeners += 1;
    return () => {
      listeners -= 1;
      undo();
    };
  };
  const now = () => Date.now();
  const random = () => 1;
  const ask = async () => null;
  const facts = new StatusFacts();
  const settings = { value: DEFAULT_SETTINGS };
  const team = { events: { value: [], subscribe }, whole: true };
  const writer = { settled: async () => {}, tryAgain: () => {} };
  const status = {
    phoneStatus: { status: 'working', doing: 'starting' },
    problems: {},
    notices: [],
    subscribe,
  } as const;
  const shift = { wrapsUp: () => false };
  const packs = { pack, key: 'shipped', swap: () => {} };
  const contacts = new ContactFinder({ journal, now });
  const membership = new Membership(stores);
  const presence = new PresenceService({ journal, rules: { situation: () => null }, shift, now });
  const packService = new PackService({ journal, store: stores.packs, settings, packs, now });
  const serverClock = new ServerClock();
  const sync = new SyncScheduler({ stores, serverClock, now, random });
  const parts: Readonly<Record<string, Part>> = {
    badge: new BadgePublisher({ journal, status, ask }),
    contacts,
    clocks: new ClockMonitor({
      ...{
        team,
        packs,
        ask,
        now,
        membership: { subscribe },
        serverClock,
        words: wordsIn('en'),
        rules: () => BEIJING_RULES,
      },
      owner: () => ({ agentNumber: '0283', workOrderRole: 'agent' }),
    }),
    line: new LineMonitor({
      ...{ journal, now, showMeter: () => {}, loadMayListen: async () => true },
      media: { mediaOf: () => undefined, subscribe },
      thresholds: () => expect.fail('no call is analysed'),
    }),
    membership,
    notes: new NoteRecorder({ journal, writer, stores, settings, packs, facts, serverClock }),
    numbers: new NumberRecogniser({
      ...{ journal, writer, team, now, notes: stores.notes, orderRules: () => BEIJING_RULES },
    }),
    packs: packService,
    presence,
    retention: new RetentionScheduler({ journal, stores, settings, now }),
    shift: new ShiftMonitor({ journal, team, store: stores.team, settings, packs, facts, serverClock, now }),
    status: new PhoneStatusMonitor({ journal, facts, connection: { source: null, subscribe }, now }),
    sync,
    team: new TeamService({ stores, packs: packService, presence, contacts, membership, sync, random }),
    views: new ViewChannel({
      ...{ journal: Object.assign(journal, { newestSeq: 0 }), writer, status },
      line: { settingsChanged: async () => {} },
      connection: { reconnect: async () => {} },
      devices: { check: async () => {} },
      requests: { handle: async () => ({ ok: true }) },
      ...{ retry: () => {}, now },
    }),
    wake: new WakeWatch({ onWake: () => {} }),
  };
  return { parts, counts: () => ({ timers: vi.getTimerCount(), observers: journal.observers, listeners }) };
}

const NONE = { timers: 0, observers: 0, listeners: 0 };

test('a part that is made, and not started, runs nothing', async () => {
  const { counts } = partsOf(await profile.page());
  expect([counts(), listening]).toEqual([NONE, 0]);
});

test.each([
  ...['badge', 'clocks', 'line', 'membership', 'notes', 'numbers', 'packs', 'presence'],
  ...['retention', 'shift', 'status', 'sync', 'team', 'views', 'wake'],
])('%s: stopped after two minutes, it leaves no timer, no observer and no listener', async (name) => {
  const { parts, counts } = partsOf(await profile.page());
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  await part.start();
  await vi.advanceTimersByTimeAsync(120_000);
  // A membership has only its channel.
  if (name !== 'membership') expect([counts(), listening]).not.toEqual([NONE, 0]);
  await part.stop();
  expect([counts(), listening]).toEqual([NONE, 0]);
});
