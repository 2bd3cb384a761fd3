import { lineThresholds } from '../audio/line-thresholds.ts';
import type { AudioDevices } from '../browser/device-watch.ts';
import type { OpenMicrophone } from '../browser/open-microphone.ts';
import { whenIdle } from '../browser/when-idle.ts';
import type { CreateCallSource } from '../calls/call-source.ts';
import { SteadyClock } from '../calls/timing/steady-clock.ts';
import type { BackgroundRequest } from '../contract/messages/background-request.ts';
import { LINE_METER_CHANNEL } from '../contract/messages/line-meter-message.ts';
import type { MicrophoneState } from '../contract/messages/phone-status.ts';
import type { Pack } from '../contract/pack/pack.ts';
import type { Release } from '../contract/release/release.ts';
import type { Settings } from '../contract/settings/settings.ts';
import type { TeamEvent } from '../contract/team/team-event.ts';
import type { Words } from '../contract/words.ts';
import { blockedStatus } from '../rules/blocks/blocked-status.ts';
import { foldBlocks } from '../rules/blocks/fold-blocks.ts';
import { keptFold } from '../rules/blocks/kept-fold.ts';
import { needsWrapUp } from '../rules/call/needs-wrap-up.ts';
import type { RulesContext } from '../rules/call/rules-context.ts';
import { openOrderNumber } from '../rules/work-orders/open-order-number.ts';
import { orderRulesOf } from '../rules/work-orders/order-rules.ts';
import type { Stores } from '../storage/open-stores.ts';
import { ClockMonitor } from './alarms/clock-monitor.ts';
import { IdleLock } from './alarms/idle-lock.ts';
import { RetentionScheduler } from './alarms/retention-scheduler.ts';
import { ShiftMonitor } from './alarms/shift-monitor.ts';
import { BadgePublisher } from './call/badge-publisher.ts';
import { BusyToneController } from './call/busy-tone-controller.ts';
import { closeLostCalls } from './call/close-lost-calls.ts';
import { CurrentSettings } from './call/current-settings.ts';
import { DeviceMonitor } from './call/device-monitor.ts';
import { DialogRecorder } from './call/dialog-recorder.ts';
import { FollowUpRecorder } from './call/follow-up-recorder.ts';
import { HangUpPolicy } from './call/hang-up-policy.ts';
import { JournalWriter } from './call/journal-writer.ts';
import { LineMonitor } from './call/line-monitor.ts';
import { LiveJournal } from './call/live-journal.ts';
import { MediaRegistry } from './call/media-registry.ts';
import { MeterPublisher } from './call/meter-publisher.ts';
import { NoteRecorder } from './call/note-recorder.ts';
import { NumberRecogniser } from './call/number-recogniser.ts';
import { PhoneStatusMonitor } from './call/phone-status-monitor.ts';
import { RequestHandler } from './call/request-handler.ts';
import { RingController } from './call/ring-controller.ts';
import { Ringback } from './call/ringback.ts';
import { RingbackController } from './call/ringback-controller.ts';
import { Ringer } from './call/ringer.ts';
import { RulesMonitor } from './call/rules-monitor.ts';
import { scoreRealCall } from './call/score-real-call.ts';
import { ScreenPop } from './call/screen-pop.ts';
import { SourceConnection } from './call/source-connection.ts';
import { StatusFacts } from './call/status-facts.ts';
import { ViewChannel } from './call/view-channel.ts';
import { WakeWatch } from './call/wake-watch.ts';
import { type Part, startParts, stopParts, type Undo } from './part.ts';
import { ContactFinder } from './server/contact-finder.ts';
import { Membership } from './server/membership.ts';
import { PackService } from './server/pack-service.ts';
import { PhoneReports } from './server/phone-reports.ts';
import { PresenceService } from './server/presence-service.ts';
import { ServerClock } from './server/server-clock.ts';
import { SyncScheduler } from './server/sync-scheduler.ts';
import { TeamService } from './server/team-service.ts';

/** What differs between the two contexts of a phone host, and what its pages share with it. */
export interface HostContext {
  readonly stores: Stores;
  readonly packs: {
    readonly pack: Pack;
    readonly key: string;
    find(key: string): Pack | null;
    swap(release: Release | null): void;
  };
  readonly team: {
    readonly events: {
      readonly value: readonly TeamEvent[];
      subscribe(listener: () => void): Undo;
    };
    readonly whole: boolean;
    load(): Promise<void>;
    close(): void;
  };
  /** The UI words, for the texts of notifications. */
  readonly words: Words;
  readonly rulesContext: (settings: Settings) => RulesContext;
  readonly createSource: CreateCallSource;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly loadSettings: () => Promise<Settings>;
  /** What a call would get if it asked now. */
  readonly microphone: () => Promise<MicrophoneState>;
  readonly openMicrophone: OpenMicrophone;
  /** The devices that are connected now. */
  readonly connected: () => Promise<AudioDevices>;
  /** Aborted when the host is to be stopped, also while it starts. */
  readonly signal: AbortSignal;
}

/**
 * Starts every part of the phone host. Each part gets only parts that were made before it. If one
 * cannot start, those before it are stopped.
 */
export async function startPhoneHost(context: HostContext): Promise<{ stop(): Promise<void> }> {
  const { stores, packs, team, ask, words } = context;
  const clock = new SteadyClock({ wall: () => Date.now(), elapsed: () => performance.now() });
  const now = () => Date.now();
  const random = Math.random;
  const earlier = await closeLostCalls(stores.journal, stores.vault.state, now());
  const newestSeq = await stores.journal.newestSeq();
  const settings = new CurrentSettings(context.loadSettings, await context.loadSettings());
  const rulesContext = () => context.rulesContext(settings.value);
  const orderRules = () =>
    orderRulesOf(packs.pack, rulesContext().utcOffsetMinutes, (key) => packs.find(key));

  const foldedBlocks = keptFold(foldBlocks);

  const facts = new StatusFacts();
  const phoneReports = new PhoneReports();
  const rules = new RulesMonitor(packs, rulesContext);
  const journal = new LiveJournal({
    ...{ rules, packKey: () => packs.key, earlier, newestSeq },
    ...{ now: () => clock.now(), steady: clock },
  });
  const writer = new JournalWriter({ journal, store: stores.journal, facts, whenIdle });
  const serverClock = new ServerClock();
  const shift = new ShiftMonitor({
    ...{ journal, team, store: stores.team, settings, packs, facts, serverClock },
    needsWrapUp(call) {
      const known = rules.facts(call);
      return known === null || needsWrapUp(known, packs.pack);
    },
    now: () => clock.now(),
  });
  const ringer = new Ringer();
  const media = new MediaRegistry(context.openMicrophone, (isAudible, call) =>
    facts.notice('voice-silent', !isAudible, call),
  );
  const ringback = new Ringback((isAudible) => facts.notice('tone-silent', !isAudible, 'ringback'));
  const busyTone = new Ringback((isAudible) => facts.notice('tone-silent', !isAudible, 'busy'));
  const devices = new DeviceMonitor({
    ...{ settings, ringer, media, facts, connected: context.connected },
    ...{ loadSettings: context.loadSettings, microphone: context.microphone },
  });
  const connection = new SourceConnection({
    ...{ journal, stores, settings, devices, facts, createSource: context.createSource },
    adapters: () => packs.pack.adapters ?? [],
    access: {
      media,
      blocks: (number) =>
        blockedStatus(
          number,
          team.events.value,
          orderRules(),
          settings.value.agentNumber,
          clock.now(),
          foldedBlocks,
        ),
      turnAway: () => shift.turnAway(),
      keepDialog: (call, dialog) => dialogs.keep(call, dialog),
      watchReports: phoneReports.watch,
      isReady: () => shift.isReady(),
      report: ({ problem, detail }) => {
        console.warn(`phone: ${problem}`, detail);
        facts.count(problem);
      },
      notice: (notice, holds, of) => facts.notice(notice, holds, of),
    },
  });
  const dialogs = new DialogRecorder({
    ...{ connection, now, store: stores.dialogs, vault: stores.vault },
  });
  const status = new PhoneStatusMonitor({ journal, facts, connection, now });
  const meterChannel = new BroadcastChannel(LINE_METER_CHANNEL);
  const meter = new MeterPublisher((message) => meterChannel.postMessage(message), now);
  const line = new LineMonitor({
    ...{ journal, media, now, showMeter: (call, levels) => meter.show(call, levels) },
    thresholds: () => lineThresholds(packs.pack.settings.thresholds),
    onRunning: (isRunning, call) => facts.notice('line-not-analysed', !isRunning, call),
    loadMayListen: async () => (await context.loadSettings()).listenToLine,
  });
  const requests = new RequestHandler({
    phone: () => journal.phone,
    source: () => connection.source,
    hangUps: new HangUpPolicy((call) => rules.pending(call, clock.now())),
    asksBeforeMute: (call) => rules.asksBefore('mute', call, clock.now()),
    record: (event) => journal.record('agent', event),
    now,
  });
  const retry = () => {
    for (const part of [media, ringback, busyTone, line]) part.retry();
    connection.wake();
    void devices.check();
  };
  const views = new ViewChannel({
    journal,
    writer,
    status,
    line,
    devices,
    connection,
    requests,
    retry,
    now: () => clock.now(),
  });
  const packService = new PackService({
    ...{ journal, store: stores.packs, settings, now },
    packs: {
      swap(release) {
        const adapters = JSON.stringify(packs.pack.adapters);
        packs.swap(release);
        // Adapters of softphones come with the pack; most releases change none of them.
        if (JSON.stringify(packs.pack.adapters) !== adapters) void connection.reconnect();
      },
    },
  });
  const presence = new PresenceService({ journal, rules, shift, now });
  const contacts = new ContactFinder({ journal, now });
  const membership = new Membership({ links: stores.links });
  const owner = () => ({
    agentNumber: settings.value.agentNumber,
    workOrderRole: membership.workOrderRole ?? settings.value.role,
  });
  const sync = new SyncScheduler({ stores, serverClock, now, random });
  const server = new TeamService({
    ...{ stores, presence, contacts, membership, sync, phoneReports, random },
    packs: packService,
  });
  const wake = new WakeWatch({
    onWake() {
      connection.wake();
      writer.tryAgain();
      journal.bringUpToDate();
      server.wake();
      sync.syncNow();
    },
  });

  // Observers of the journal are called in this order: an entry is shown and stored first.
  const parts: readonly Part[] = [
    ...[views, writer],
    new RingController({ journal, ringer, ask, facts }),
    new RingbackController({ journal, ringback, settings }),
    new BusyToneController({ journal, tone: busyTone, settings }),
    new BadgePublisher({ journal, status, ask }),
    new ScreenPop({
      ...{ journal, settings, ask },
      nameOf: (call) => rules.facts(call)?.name?.surname ?? '',
      orderOf: (number) => openOrderNumber(number, team.events.value, orderRules(), clock.now()),
    }),
    new NoteRecorder({
      ...{ journal, writer, stores, settings, packs, facts, serverClock },
      score: scoreRealCall({ packs, team, serverClock, now, context: rulesContext }),
    }),
    ...[shift, presence, status],
    new NumberRecogniser({
      ...{ journal, writer, notes: stores.notes, team, orderRules, now },
      isNamed: (call) => (rules.facts(call)?.name ?? null) !== null,
    }),
    ...[contacts, membership, sync, wake, journal],
    { start: () => {}, stop: () => meterChannel.close() },
    // These wait for something. Before the first call can arrive, the agent's shift is loaded.
    devices,
    { start: () => team.load(), stop: () => team.close() },
    new FollowUpRecorder({
      ...{ journal, rules, team, stores, settings, packs, serverClock, facts, now },
      utcOffsetMinutes: () => rulesContext().utcOffsetMinutes,
    }),
    new ClockMonitor({
      ...{ team, membership, rules: orderRules, packs, owner, words, ask, serverClock, now },
    }),
    line,
    new RetentionScheduler({ journal, stores, settings, now }),
    new IdleLock({
      ...{ journal, shift, settings, membership, now, vault: stores.vault },
      elapsed: () => performance.now(),
    }),
    ...[dialogs, connection, packService, server],
  ];
  await startParts(parts, context.signal);
  return { stop: () => stopParts(parts) };
}
