import { signal } from '@preact/signals';
import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { JournalEntry, JournalEvent } from '../../../calls/journal-entry.ts';
import type { OwnDevice } from '../../../contract/api/members/member.ts';
import { SHIPPED_PACK } from '../../../contract/messages/pack-message.ts';
import {
  type HelpState,
  NO_HELP,
  type PresenceMessage,
} from '../../../contract/messages/presence-message.ts';
import type { SyncMessage, SyncState } from '../../../contract/messages/sync-message.ts';
import { DEFAULT_SETTINGS } from '../../../contract/settings/settings.ts';
import { composePanel } from '../../../pages/panel/frame/compose-panel.ts';
import type { Loader } from '../../../pages/panel/frame/loaded-later.ts';
import type { PanelAction } from '../../../pages/panel/frame/panel-action.ts';
import { PanelPage } from '../../../pages/panel/frame/panel-page.ts';
import type { PanelRest } from '../../../pages/panel/frame/panel-rest.ts';
import type { PanelView, Stage } from '../../../pages/panel/frame/panel-view.ts';

import { HalfWritten } from '../../../pages/panel/orders/half-written.ts';
import { PinyinReadings } from '../../../pages/session/pinyin-readings.ts';
import { TeamLog } from '../../../pages/session/team-log.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { pack } from '../../../scripts/pack.yaml';
import type { Stores } from '../../../storage/open-stores.ts';
import { Profile } from '../../helpers/profile.ts';

export const PARTY = { number: '+8613900001234', displayName: null };
const DONE: CommandResult = { ok: true };

type RestLoader = Loader<Pick<PanelRest, 'composeTabModels' | 'harassmentHandlers'>>;
type Without<E> = E extends unknown ? Omit<E, 'at'> : never;

/** The panel of an agent who is set up and unlocked, on real stores, without a browser. */
export async function panelStory(rest?: RestLoader): Promise<PanelStory> {
  const profile = new Profile();
  return new PanelStory(profile, await profile.signedIn(), rest);
}

/** What the phone host, the browser and the server were asked for is kept in lists. */
export class PanelStory {
  readonly commands: CallCommand[] = [];
  readonly recorded: AgentEvent[] = [];
  readonly forced: string[] = [];
  readonly pages: string[] = [];
  readonly copied: string[] = [];
  /** By practice callers. */
  readonly spoken: string[] = [];
  readonly files: { readonly name: string; readonly content: string | Blob }[] = [];
  readonly pins: (readonly string[])[] = [];
  readonly toSync: unknown[] = [];
  readonly toPresence: unknown[] = [];
  readonly help = signal<HelpState>(NO_HELP);
  readonly serverClock: { serverOffset: number | null } = { serverOffset: null };
  readonly workOrderRole = signal<string | null>('agent');
  readonly newDevices = signal<readonly OwnDevice[]>([]);
  /** 0…1: the first practice caller, or another. */
  chance = 0;
  /** Work that waits for an idle page is done. */
  isIdle = false;
  /** A text field of the panel has the focus. */
  isWriting = false;
  /** The next commands are answered with this. */
  answer: CommandResult = DONE;
  readonly stores: Stores;
  readonly panel;
  readonly #profile: Profile;
  readonly #rest: RestLoader | undefined;
  readonly #teamLog: TeamLog;
  readonly #entries: JournalEntry[] = [];
  #show: (entries: readonly JournalEntry[]) => void = () => {};

  constructor(profile: Profile, stores: Stores, rest?: RestLoader) {
    this.#profile = profile;
    this.#rest = rest;
    this.stores = stores;
    this.#teamLog = new TeamLog(stores);
    const find = () => pack;
    const packs = { pack, key: 'shipped', find, state: signal(SHIPPED_PACK), markNoteRead: () => {} };
    const settings = {
      agentNumber: '0283',
      agentName: '李',
      hotlineName: '示例',
      sipServer: 'wss://x',
      sipUser: 'u',
    };
    const page = new PanelPage({
      language: 'zh-CN',
      stores,
      packs,
      settings: signal({ ...DEFAULT_SETTINGS, ...settings }),
      readings: new PinyinReadings(),
    });
    this.panel = composePanel({
      ...(rest === undefined ? {} : { rest }),
      page,
      teamLog: this.#teamLog,
      sync: Object.assign(this.serverClock, {
        state: signal<SyncState>({ state: 'local' }),
        workOrderRole: this.workOrderRole,
        newDevices: this.newDevices,
        writesForOthers: true,
        say: (message: SyncMessage) => void this.toSync.push(message),
      }),
      presence: { state: this.help, say: (message: PresenceMessage) => void this.toPresence.push(message) },
      meter: { of: () => null },
      written: new HalfWritten({ inHand: null, typings: {} }, () => {}),
      browser: {
        openPage: (path) => void this.pages.push(path),
        openOptions: () => void this.pages.push('options.html'),
        copy: (text) => void this.copied.push(text),
        saveFile: (name, _type, content) => void this.files.push({ name, content }),
        savePins: (pins) => void this.pins.push(pins),
        forgetDialRequest: async () => {
          this.panel.state.dialRequest.value = null;
        },
        speech: {
          voices: () => [{ language: 'zh-CN', name: '小美' }],
          speak: ({ text }) => void this.spoken.push(text),
          stop: () => void this.spoken.push('(silence)'),
        },
        whenIdle: () => (this.isIdle ? Promise.resolve() : new Promise(() => {})),
      },
      isWriting: () => this.isWriting,
      connect: ({ onEntries }) => {
        this.#show = onEntries;
        return {
          command: async (command) => {
            this.commands.push(command);
            return this.answer;
          },
          record: async (event) => {
            this.recorded.push(event);
            this.#journal(event);
            return DONE;
          },
          forceHangUp: async (call) => {
            this.forced.push(call);
            return DONE;
          },
          notifySettingsChanged: () => void this.pages.push('reconnects'),
          retry: () => void this.pages.push('retries'),
          restart: async () => void this.pages.push('restarts'),
        };
      },
      clock: signal(this.now),
      now: () => this.now,
      random: () => this.chance,
    });
    this.panel.state.vault.value = stores.vault.state;
  }

  /** The panel after a reload: it has what was stored, and nothing else. */
  reloaded = (entries: readonly JournalEntry[] = this.#entries): PanelStory => {
    const panel = new PanelStory(this.#profile, this.stores, this.#rest);
    panel.#entries.push(...entries);
    panel.#show(entries);
    return panel;
  };
  /** What is stored of the team's events was read. */
  teamIsRead = () => this.#teamLog.load();

  get now(): number {
    return this.#profile.now;
  }
  get view(): PanelView {
    return this.panel.model.view(this.now);
  }

  /** The team's work orders. */
  orders = () => foldWorkOrders(this.#teamLog.events.value, orderRulesOf(pack, 480)).orders;

  quit = async () => {
    // Loads that a lock or an unlock began end before the database closes.
    await this.#teamLog.load();
    this.#profile.quit();
  };
  passes = (ms: number) => {
    this.#profile.now += ms;
    return this;
  };
  /** Presses something in the panel a second later, and waits for what comes of it. */
  act = (action: PanelAction) => this.passes(1000).panel.act(action);

  happens = (event: Without<JournalEvent>) => {
    this.#journal({ ...event, at: this.now });
    return this;
  };
  rings = (call = 'call-1', number = PARTY.number) =>
    this.happens({ type: 'ringing', call, remoteParty: { ...PARTY, number }, queuedMs: null });
  answers = (call = 'call-1') =>
    this.happens({ type: 'answering', call, by: 'agent' }).happens({ type: 'answered', call });
  dials = (number: string, call = 'call-1') =>
    this.happens({ type: 'dialling', call, remoteParty: { ...PARTY, number } });
  ends = (call = 'call-1') =>
    this.happens({ type: 'ended', call, end: { how: 'hung-up', by: 'remote-party' } });
  /** The note of the contact opens, as it does when the page is idle. */
  noteOpens = () => this.panel.contact.follow();

  /** The stage on screen, of the kind that the test expects. */
  stage<S extends Stage['stage']>(kind: S): Extract<Stage, { readonly stage: S }> {
    const { stage } = this.view;
    const isIt = (one: Stage): one is Extract<Stage, { readonly stage: S }> => one.stage === kind;
    if (!isIt(stage)) throw new Error(`The panel shows ${stage.stage}, not ${kind}.`);
    return stage;
  }
  tab<T extends PanelView['tab']['tab']>(name: T): Extract<PanelView['tab'], { readonly tab: T }> {
    const { tab } = this.view;
    const isIt = (one: PanelView['tab']): one is Extract<PanelView['tab'], { readonly tab: T }> =>
      one.tab === name;
    if (!isIt(tab)) throw new Error(`The tab ${tab.tab} is open, not ${name}.`);
    return tab;
  }

  /** As the phone host appends it. */
  append = (event: JournalEvent) => this.#journal(event);

  #journal(event: JournalEvent): void {
    const entry: JournalEntry = { seq: this.#entries.length + 1, source: 'agent', event };
    this.#entries.push(entry);
    this.#show([entry]);
  }
}
