import { lineThresholds } from '../../audio/line-thresholds.ts';
import { watchDevices } from '../../browser/device-watch.ts';
import { whenIdle } from '../../browser/when-idle.ts';
import { liveCalls } from '../../calls/fold-phone.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { HOST_LOCK } from '../../contract/messages/host-message.ts';
import { LINE_METER_CHANNEL } from '../../contract/messages/line-meter-message.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { maskNumber } from '../../contract/numbers/mask.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import type { SessionKey } from '../../pages/session/page-session.ts';
import { panelLanguage, rulesContextOf } from '../../pages/session/rules-context-of.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import { ClockMonitor } from '../../phone-host/alarms/clock-monitor.ts';
import { RetentionScheduler } from '../../phone-host/alarms/retention-scheduler.ts';
import { ShiftMonitor } from '../../phone-host/alarms/shift-monitor.ts';
import { Account } from '../../phone-host/call/account.ts';
import { closeLostCalls } from '../../phone-host/call/close-lost-calls.ts';
import { HangUpPolicy } from '../../phone-host/call/hang-up-policy.ts';
import { JournalWriter } from '../../phone-host/call/journal-writer.ts';
import { LineMonitor } from '../../phone-host/call/line-monitor.ts';
import { MediaRegistry, type OpenMicrophone } from '../../phone-host/call/media-registry.ts';
import { MeterPublisher } from '../../phone-host/call/meter-publisher.ts';
import { NoteRecorder } from '../../phone-host/call/note-recorder.ts';
import { PhoneStatusMonitor } from '../../phone-host/call/phone-status-monitor.ts';
import { recogniseNumber } from '../../phone-host/call/recognise-number.ts';
import { RingController } from '../../phone-host/call/ring-controller.ts';
import { Ringer, type RingerState } from '../../phone-host/call/ringer.ts';
import { RulesMonitor } from '../../phone-host/call/rules-monitor.ts';
import { watchForWake } from '../../phone-host/call/wake-watch.ts';
import { PhoneHost } from '../../phone-host/phone-host.ts';
import { Membership } from '../../phone-host/server/membership.ts';
import { PackService } from '../../phone-host/server/pack-service.ts';
import { PresenceService } from '../../phone-host/server/presence-service.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { TeamService } from '../../phone-host/server/team-service.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { openStores, type Stores } from '../../storage/open-stores.ts';
import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

export interface HostContext {
  readonly session: (key: SessionKey) => SessionSecrets;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly loadSettings: () => Promise<Settings>;
  /** What a call would get if it asked now. */
  readonly microphone: () => Promise<MicrophoneState>;
  readonly openMicrophone: OpenMicrophone;
}

/** Runs the phone host in this context for as long as it lives. Only one per profile: a second waits for the first to go. */
export async function runPhoneHost(context: HostContext): Promise<void> {
  await navigator.locks.request(HOST_LOCK, async () => {
    const stores = await openStores({
      vaultSession: context.session('vault'),
      sipSession: context.session('sip-secret'),
      now: () => Date.now(),
    });
    await startPhoneHost(context, stores);
    // The lock is held until the document goes.
    await new Promise(() => {});
  });
}

async function startPhoneHost(context: HostContext, stores: Stores): Promise<void> {
  const { journal, notes, vault } = stores;
  const { ask, loadSettings, microphone } = context;
  const now = () => Date.now();
  const packs = await PagePacks.open(stores.packs);
  const ringer = new Ringer();
  const earlier = await closeLostCalls(journal, vault.state, now());
  const statusMonitor: PhoneStatusMonitor = new PhoneStatusMonitor({
    phone: () => host.phone,
    lastConfirmedAt: () => account.lastConfirmedAt,
    now,
    show: (phoneStatus) => host.showPhoneStatus(phoneStatus),
  });
  const media: MediaRegistry = new MediaRegistry(context.openMicrophone, () => line.follow());
  const account = new Account(
    { stores, loadSettings, microphone, ringer, media, statusMonitor, turnAway: () => shift.turnAway() },
    await loadSettings(),
  );
  const meterChannel = new BroadcastChannel(LINE_METER_CHANNEL);
  const meter = new MeterPublisher((message) => meterChannel.postMessage(message), now);
  const line: LineMonitor = new LineMonitor({
    phone: () => host.phone,
    mediaOf: (call) => media.mediaOf(call),
    get thresholds() {
      return lineThresholds(packs.pack.settings.thresholds);
    },
    loadMayListen: async () => (await loadSettings()).listenToLine,
    emit: (event) => host.recordLineEvent(event),
    showMeter: (call, reading) => meter.show(call, reading),
    now,
  });
  const writer = new JournalWriter(
    {
      sink: journal,
      pack: () => packs.key,
      broadcast: (entries) => host.broadcast(entries),
      whenIdle,
      storageState: (storage) => statusMonitor.know({ storage }),
    },
    await journal.newestSeq(),
  );
  const team = new TeamLog(stores);
  const shift: ShiftMonitor = new ShiftMonitor({
    events: () => team.events.value,
    append: (events) => stores.team.append(events),
    settings: () => account.settings,
    get rules() {
      return packs.pack.shift;
    },
    packKey: () => packs.key,
    now,
    failed: () => statusMonitor.know({ storage: 'failed' }),
  });
  const orderRules = () =>
    orderRulesOf(packs.pack, rulesContextOf(account.settings, panelLanguage()).utcOffsetMinutes);
  const membership = new Membership({ links: stores.links, changed: () => clocks.check() });
  const clocks: ClockMonitor = new ClockMonitor({
    events: () => team.events.value,
    complete: () => team.whole,
    rules: orderRules,
    settings: () => packs.pack.settings,
    owner: () => ({
      agentNumber: account.settings.agentNumber,
      workOrderRole: membership.workOrderRole ?? account.settings.role,
    }),
    language: panelLanguage(),
    ask,
    now,
  });
  const rules = new RulesMonitor(packs, () => rulesContextOf(account.settings, panelLanguage()));
  const ringerState = (state: RingerState) => statusMonitor.know({ ringer: state });
  const scripts = new PackService({
    store: stores.packs,
    agentNumber: () => account.settings.agentNumber,
    callIsUp: () => liveCalls(host.phone).length > 0,
    now,
    swapped: (release) => packs.swap(release),
    changed: () => server.reportReceipt(),
  });
  const presence = new PresenceService({
    phone: () => host.phone,
    situation: (call) => rules.situation(call),
    wrapsUp: () => shift.wrapsUp(),
    now,
  });
  const host: PhoneHost = new PhoneHost({
    writer,
    rules,
    statusMonitor,
    line,
    now,
    earlier,
    shift,
    followers: [scripts, presence],
    recognise: (call) =>
      recogniseNumber({ notes, team: team.events.value, rules: orderRules() }, call, now()),
    ring: new RingController({ ringer, ask, mask: maskNumber, ringerState }),
    notes: new NoteRecorder({
      stores,
      stored: () => writer.settled(),
      cadence: () => RING_CADENCES[account.settings.cadence],
      failed: () => statusMonitor.know({ storage: 'failed' }),
    }),
    asksBeforeMute: (call) => rules.asksBefore('mute', call, now()),
    hangUps: new HangUpPolicy((call) => rules.pending(call, now())),
    connect: () => account.connect(),
  });
  vault.subscribe(() => void host.reconnect());
  const sync = new SyncScheduler({ stores, now, random: Math.random });
  const server = new TeamService({
    stores,
    packs: scripts,
    presence,
    membership,
    syncNow: () => sync.syncNow(),
    random: Math.random,
  });
  watchForWake(() => {
    host.wake();
    server.wake();
    sync.syncNow();
  });
  await watchDevices(() => void account.checkDevices());
  // Before the first call can arrive: whether the agent is ready stands there.
  await team.load();
  team.events.subscribe(() => clocks.check());
  await line.settingsChanged();
  new RetentionScheduler({
    ...{ stores, now, keepNotesDays: () => account.settings.keepNotesDays },
    isBusy: () => liveCalls(host.phone).length > 0,
  }).watch();
  await host.reconnect();
  await scripts.open();
  await server.refresh();
}
