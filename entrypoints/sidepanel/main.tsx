import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel.tsx';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { whenIdle } from '../../host/when-idle.ts';
import type { VaultState } from '../../notes/vault.ts';
import { callBackOfNotification } from '../../rules/call-backs/call-backs-to-tell.ts';
import { buildPlaceIndex } from '../../rules/find-places.ts';
import { buildSearchIndex } from '../../rules/script-search-index.ts';
import { askBackground } from '../wiring/ask-background.ts';
import { loadDialWish, onDialWish } from '../wiring/dial-wish-store.ts';
import { FloorLink } from '../wiring/floor-link.ts';
import { HostLink } from '../wiring/host-link.ts';
import { loadKeyMap, onKeyMapChanged } from '../wiring/key-map-store.ts';
import { loadTodaysJournal } from '../wiring/load-todays-journal.ts';
import { PackStore } from '../wiring/pack-store.ts';
import { openPageStores } from '../wiring/page-session.ts';
import { loadPins, onPinsChanged } from '../wiring/pins-store.ts';
import { panelLanguage, rulesContextOf } from '../wiring/rules-context-of.ts';
import { saveFile } from '../wiring/save-file.ts';
import { loadSettings, onSettingsChanged } from '../wiring/settings-store.ts';
import { onAskedToShowOrder } from '../wiring/shown-order.ts';
import { SyncLink } from '../wiring/sync-link.ts';
import { TeamLedger } from '../wiring/team-ledger.ts';
import { keepTypedOrders, loadTypedOrders } from '../wiring/typed-orders-store.ts';
import { vaultWasMade } from '../wiring/vault-memory.ts';
import { directoryViews } from './directory-views.ts';
import { LineMeterFeed } from './line-meter-feed.ts';
import { orderContact } from './order-contact.ts';
import { PanelActions } from './panel-actions.ts';
import { PanelJournal } from './panel-journal.ts';
import { listenToKeys } from './panel-keys.ts';
import { PanelModel } from './panel-model.ts';
import { PanelNotes } from './panel-notes.ts';
import { PanelTabs } from './panel-tabs.ts';
import { PanelTeam } from './panel-team.ts';
import { CallBacksTabModel } from './tabs/call-backs-tab-model.ts';
import { HalfWritten } from './tabs/half-written.ts';
import { HandoverTabModel } from './tabs/handover-tab-model.ts';
import { OrderDesk } from './tabs/order-desk.ts';
import { OrdersTabModel } from './tabs/orders-tab-model.ts';
import { RecordsTabModel } from './tabs/records-tab-model.ts';
import { tick } from './tick.ts';

const language = panelLanguage();
document.documentElement.lang = language;

const settings = signal(DEFAULT_SETTINGS);
const now = signal(Date.now());
const stores = await openPageStores();
settings.value = await loadSettings();
onSettingsChanged((changed) => {
  settings.value = changed;
});

const context = () => rulesContextOf(settings.value, language);
const packs = await PackStore.open(stores.packs);
const search = computed(() => buildSearchIndex(packs.pack, language));
const places = computed(() => buildPlaceIndex(packs.pack.directory, language));
const journal = new PanelJournal(packs, context);
const titleOf = (id: string) =>
  packs.pack.situations.find((situation) => situation.id === id)?.title[language] ?? id;
const notes = new PanelNotes(stores.notes, titleOf);
const records = new RecordsTabModel({
  store: stores.notes,
  comments: stores.comments,
  isSetUp: () => stores.vault.state.state !== 'not-set-up',
  title: titleOf,
  keepNotesDays: () => settings.value.keepNotesDays,
  pause: whenIdle,
  save: saveFile,
  copy: (text) => void navigator.clipboard.writeText(text),
});
const sync = new SyncLink();
const ledger = new TeamLedger(stores);
const team = new PanelTeam({
  ledger,
  store: stores.team,
  agent: () => settings.value.agentNumber,
  get pack() {
    return packs.pack;
  },
  utcOffsetMinutes: () => context().utcOffsetMinutes,
  now: () => Date.now(),
});
const callBacks: CallBacksTabModel = new CallBacksTabModel({
  team,
  times: () => model.times,
  now: () => Date.now(),
  dial: (callBack) => void actions.dialling.callBack(callBack),
  noteOnScreen: () => {
    const call = model.callWithNote;
    return call === null ? null : (notes.noteOf(call.id)?.id ?? null);
  },
});
const written = new HalfWritten(await loadTypedOrders(), (typed) => void keepTypedOrders(typed));
const orders = new OrdersTabModel({
  desk: new OrderDesk({
    team,
    append: (events) => stores.team.append(events),
    get pack() {
      return packs.pack;
    },
    context,
    desk: () => ({
      agentNumber: settings.value.agentNumber,
      duty: sync.duty.value ?? settings.value.role,
    }),
    now: () => Date.now(),
  }),
  locked: ledger.locked,
  written,
  dial: (target) => actions.act({ do: 'dial', target }),
  contact: () => {
    const call = model.callWithNote;
    return call === null ? null : orderContact({ journal, notes, pack: packs.pack }, call);
  },
  backToCall: () => {
    tabs.open.value = 'call';
  },
});
const tabs: PanelTabs = new PanelTabs({
  records,
  orders,
  callBacks,
  handover: new HandoverTabModel({
    team,
    agentName: () => settings.value.agentName,
    now: () => Date.now(),
    print: (sheet) => void browser.tabs.create({ url: browser.runtime.getURL(`/handover.html#${sheet}`) }),
  }),
});
const model: PanelModel = new PanelModel({
  journal,
  notes,
  meter: new LineMeterFeed(() => Date.now()),
  tabs,
  team,
  sync,
  get pack() {
    return packs.pack;
  },
  packs,
  floor: new FloorLink(),
  get search() {
    return search.value;
  },
  context,
  settings: () => settings.value,
  get places() {
    return places.value;
  },
  directory: (at) => directoryViews(packs.pack.directory, language, at),
});
const link = new HostLink({
  loadSince: (seq) => loadTodaysJournal(stores, seq),
  wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
  onEntries: (entries) => {
    journal.take(entries);
    if (entries.some(({ event }) => event.type === 'ringing' || event.type === 'dialling')) {
      tabs.open.value = 'call';
    }
    for (const { event } of entries) if (event.type === 'ended') openUnanswered(event.call);
    // Also the clock: between two calls it stands still for up to a second.
    batch(() => {
      now.value = Date.now();
      model.grown.value += 1;
    });
    void whenIdle().then(followNote);
  },
  onForget: () => journal.forget(),
  onLight: (light) => {
    model.light.value = light;
  },
});
const actions = new PanelActions({ model, link, vault: stores.vault, now: () => Date.now() });
const { act } = actions;

model.chosenPins.value = await loadPins();
onPinsChanged((pins) => {
  model.chosenPins.value = pins;
});
model.keys.value = await loadKeyMap();
onKeyMapChanged((keys) => {
  model.keys.value = keys;
});
model.vault.value = stores.vault.state;
model.vaultWasMade.value = await vaultWasMade();
stores.vault.subscribe((state) => {
  if (isOtherReader(model.vault.value, state)) void records.forget().then(readAllWhenIdle);
  if (agentOf(model.vault.value) !== agentOf(state)) written.forget();
  model.vault.value = state;
  journal.forget();
  model.grown.value += 1;
  void link.reload().then(followNote);
});

effect(() => {
  model.reopened.value;
  void followNote();
});
effect(() => {
  if (tabs.open.value === 'records') untracked(() => void records.list.look());
});

const lookAtDialWish = async () => {
  model.dialWish.value = await loadDialWish(Date.now());
};
onDialWish(() => void lookAtDialWish());
await lookAtDialWish();

const app = document.getElementById('app');
if (app === null) throw new Error('the panel page has no #app');
effect(() => render(<Panel view={model.view(now.value)} act={act} />, app));
tick(now, () => model.view(Date.now()));
listenToKeys(() => model.view(Date.now()), act);
await Promise.all([ledger.load(), link.open()]);
await onAskedToShowOrder(showFromNotification);
await followNote();
await records.comments.look();
readAllWhenIdle();

function showFromNotification(order: string): void {
  const id = callBackOfNotification(order);
  if (id === null) act({ do: 'on-orders', action: { do: 'show', order } });
  else {
    act({ do: 'open-tab', tab: 'call-backs' });
    act({ do: 'on-call-backs', action: { do: 'open', id } });
  }
}

/** A call-back that nobody answered wants its next time: its place in the list comes up. */
function openUnanswered(id: string): void {
  const call = journal.calls.find((candidate) => candidate.id === id);
  if (call?.state !== 'ended' || call.direction !== 'outbound' || call.answeredAt !== null) return;
  if (callBacks.notReached(call)) tabs.open.value = 'call-backs';
}

function agentOf(state: VaultState): string | null {
  return state.state === 'not-set-up' ? null : state.agent;
}

/** Once everything is on screen: the first search then finds the notes read. */
function readAllWhenIdle(): void {
  if (stores.vault.state.state === 'unlocked') requestIdleCallback(() => records.list.warm());
}

/** Another agent, or the same one before or after an unlock. A passphrase that was changed changes nothing here. */
function isOtherReader(before: VaultState, after: VaultState): boolean {
  if (before.state === 'not-set-up' || after.state === 'not-set-up') return before.state !== after.state;
  return before.state !== after.state || before.agent !== after.agent;
}

async function followNote(): Promise<void> {
  if (stores.vault.state.state === 'not-set-up') return;
  await notes.follow(model.callWithNote);
}
