import { earThresholds } from '../../audio/ear-thresholds.ts';
import { liveCalls } from '../../calls/fold-phone.ts';
import { maskNumber } from '../../contract/mask.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { HOST_LOCK } from '../../contract/messages/host-message.ts';
import { LINE_METER_CHANNEL } from '../../contract/messages/line-meter-message.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import type { MicrophoneState } from '../../contract/phone-light.ts';
import type { Settings } from '../../contract/settings.ts';
import { Account } from '../../host/account.ts';
import { ClockDesk } from '../../host/clock-desk.ts';
import { closeLostCalls } from '../../host/close-lost-calls.ts';
import { watchDevices } from '../../host/device-watch.ts';
import { FloorDesk } from '../../host/floor-desk.ts';
import { HangUpDesk } from '../../host/hang-up-desk.ts';
import { JournalWriter } from '../../host/journal-writer.ts';
import { Lamp } from '../../host/lamp.ts';
import { LineDesk } from '../../host/line-desk.ts';
import { MediaDesk, type OpenMicrophone } from '../../host/media-desk.ts';
import { Membership } from '../../host/membership.ts';
import { MeterTeller } from '../../host/meter-teller.ts';
import { NoteKeeper } from '../../host/note-keeper.ts';
import { PackDesk } from '../../host/pack-desk.ts';
import { PhoneHost } from '../../host/phone-host.ts';
import { recogniseNumber } from '../../host/recognise-number.ts';
import { RetentionDesk } from '../../host/retention-desk.ts';
import { RingDesk } from '../../host/ring-desk.ts';
import { Ringer, type RingerState } from '../../host/ringer.ts';
import { RulesDesk } from '../../host/rules-desk.ts';
import { ShiftDesk } from '../../host/shift-desk.ts';
import { SyncDesk } from '../../host/sync-desk.ts';
import { TeamDesk } from '../../host/team-desk.ts';
import { watchForWake } from '../../host/wake-watch.ts';
import { whenIdle } from '../../host/when-idle.ts';
import { openStores, type Stores } from '../../notes/open-stores.ts';
import type { SessionSecrets } from '../../notes/session-secrets.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { PackStore } from './pack-store.ts';
import type { SessionKey } from './page-session.ts';
import { panelLanguage, rulesContextOf } from './rules-context-of.ts';
import { TeamLedger } from './team-ledger.ts';

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
  const packs = await PackStore.open(stores.packs);
  const ringer = new Ringer();
  const earlier = await closeLostCalls(journal, vault.state, now());
  const lamp: Lamp = new Lamp({
    phone: () => host.phone,
    lastConfirmedAt: () => account.lastConfirmedAt,
    now,
    show: (light) => host.showLight(light),
  });
  const media: MediaDesk = new MediaDesk(context.openMicrophone, () => line.follow());
  const account = new Account(
    { stores, loadSettings, microphone, ringer, media, lamp, turnAway: () => shift.turnAway() },
    await loadSettings(),
  );
  const meterChannel = new BroadcastChannel(LINE_METER_CHANNEL);
  const meter = new MeterTeller((message) => meterChannel.postMessage(message), now);
  const line: LineDesk = new LineDesk({
    phone: () => host.phone,
    mediaOf: (call) => media.mediaOf(call),
    get thresholds() {
      return earThresholds(packs.pack.settings.thresholds);
    },
    loadMayListen: async () => (await loadSettings()).listenToLine,
    emit: (event) => host.hear(event),
    showMeter: (call, reading) => meter.show(call, reading),
    now,
  });
  const writer = new JournalWriter(
    {
      keeper: journal,
      pack: () => packs.key,
      broadcast: (entries) => host.broadcast(entries),
      whenIdle,
      storageState: (storage) => lamp.know({ storage }),
    },
    await journal.newestSeq(),
  );
  const team = new TeamLedger(stores);
  const shift: ShiftDesk = new ShiftDesk({
    events: () => team.events.value,
    append: (events) => stores.team.append(events),
    settings: () => account.settings,
    get rules() {
      return packs.pack.shift;
    },
    now,
    failed: () => lamp.know({ storage: 'failed' }),
  });
  const orderRules = () =>
    orderRulesOf(packs.pack, rulesContextOf(account.settings, panelLanguage()).utcOffsetMinutes);
  const membership = new Membership({ links: stores.links, changed: () => clocks.look() });
  const clocks: ClockDesk = new ClockDesk({
    events: () => team.events.value,
    complete: () => team.whole,
    rules: orderRules,
    settings: () => packs.pack.settings,
    desk: () => ({
      agentNumber: account.settings.agentNumber,
      duty: membership.duty ?? account.settings.role,
    }),
    language: panelLanguage(),
    ask,
    now,
  });
  const rules = new RulesDesk(packs, () => rulesContextOf(account.settings, panelLanguage()));
  const ringerState = (state: RingerState) => lamp.know({ ringer: state });
  const scripts = new PackDesk({
    shelf: stores.packs,
    agentNumber: () => account.settings.agentNumber,
    callIsUp: () => liveCalls(host.phone).length > 0,
    now,
    swapped: (release) => packs.swap(release),
    changed: () => server.tellReceipt(),
  });
  const floor = new FloorDesk({
    phone: () => host.phone,
    situation: (call) => rules.situation(call),
    wrapsUp: () => shift.wrapsUp(),
    now,
  });
  const host: PhoneHost = new PhoneHost({
    writer,
    rules,
    lamp,
    line,
    now,
    earlier,
    shift,
    followers: [scripts, floor],
    recognise: (call) =>
      recogniseNumber({ notes, team: team.events.value, rules: orderRules() }, call, now()),
    ring: new RingDesk({ ringer, ask, mask: maskNumber, ringerState }),
    notes: new NoteKeeper({
      stores,
      stored: () => writer.settled(),
      cadence: () => RING_CADENCES[account.settings.cadence],
      failed: () => lamp.know({ storage: 'failed' }),
    }),
    asksBeforeMute: (call) => rules.asksBefore('mute', call, now()),
    hangUps: new HangUpDesk((call) => rules.owed(call, now())),
    connect: () => account.connect(),
  });
  vault.subscribe(() => void host.reconnect());
  const sync = new SyncDesk({ stores, now, random: Math.random });
  const server = new TeamDesk({
    stores,
    packs: scripts,
    floor,
    membership,
    syncNow: () => sync.syncNow(),
    random: Math.random,
  });
  watchForWake(() => {
    host.wake();
    server.wake();
    sync.syncNow();
  });
  await watchDevices(() => void account.lookAtDevices());
  // Before the first call can arrive: whether the agent is ready stands there.
  await team.load();
  team.events.subscribe(() => clocks.look());
  await line.settingsChanged();
  new RetentionDesk({
    ...{ stores, now, keepNotesDays: () => account.settings.keepNotesDays },
    isBusy: () => liveCalls(host.phone).length > 0,
  }).watch();
  await host.reconnect();
  await scripts.open();
  await server.look();
}
