import { effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { Panel } from '../../components/panel.tsx';
import { FloorLink } from '../wiring/floor-link.ts';
import { onAskedToShowOrder } from '../wiring/shown-order.ts';
import { SyncLink } from '../wiring/sync-link.ts';
import { TeamLedger } from '../wiring/team-ledger.ts';
import { keepTypedOrders, loadTypedOrders } from '../wiring/typed-orders-store.ts';
import { directoryViews } from './directory-views.ts';
import { followChoices } from './follow-choices.ts';
import { followHost } from './follow-host.ts';
import { followVault, readAllWhenIdle } from './follow-vault.ts';
import { LineMeterFeed } from './line-meter-feed.ts';
import { PanelActions } from './panel-actions.ts';
import { PanelJournal } from './panel-journal.ts';
import { listenToKeys } from './panel-keys.ts';
import { PanelModel } from './panel-model.ts';
import { PanelNotes } from './panel-notes.ts';
import { PanelPage } from './panel-page.ts';
import { PanelTeam } from './panel-team.ts';
import { showFromNotification } from './show-from-notification.ts';
import { HalfWritten } from './tabs/half-written.ts';
import { tick } from './tick.ts';
import { wireTabs } from './wire-tabs.ts';

const page = await PanelPage.open();
const { stores, packs, context, language } = page;
document.documentElement.lang = language;

const now = signal(Date.now());
const journal = new PanelJournal(packs, context);
const notes = new PanelNotes(stores.notes, page.titleOf);
const sync = new SyncLink();
const ledger = new TeamLedger(stores);
const team = new PanelTeam({
  ledger,
  store: stores.team,
  agent: () => page.settings.agentNumber,
  get pack() {
    return page.pack;
  },
  utcOffsetMinutes: () => context().utcOffsetMinutes,
  now: () => Date.now(),
});
const written = new HalfWritten(await loadTypedOrders(), (typed) => void keepTypedOrders(typed));
const panel = () => ({ model, actions });
const tabs = wireTabs({ page, journal, notes, ledger, team, sync, written, panel });
const model: PanelModel = new PanelModel({
  journal,
  notes,
  tabs,
  team,
  sync,
  packs,
  context,
  meter: new LineMeterFeed(() => Date.now()),
  floor: new FloorLink(),
  settings: () => page.settings,
  get pack() {
    return page.pack;
  },
  get search() {
    return page.search;
  },
  get places() {
    return page.places;
  },
  directory: (at) => directoryViews(page.pack.directory, language, at),
});
const link = followHost(page, model, now);
const actions = new PanelActions({ model, link, vault: stores.vault, now: () => Date.now() });
const { act } = actions;

await followChoices(model);
await followVault(page, model, link, written);
effect(() => {
  model.reopened.value;
  void model.followNote();
});
effect(() => {
  if (tabs.open.value === 'records') untracked(() => void tabs.models.records.list.look());
});

const app = document.getElementById('app');
if (app === null) throw new Error('the panel page has no #app');
effect(() => render(<Panel view={model.view(now.value)} act={act} />, app));
tick(now, () => model.view(Date.now()));
listenToKeys(() => model.view(Date.now()), act);
await Promise.all([ledger.load(), link.open()]);
await onAskedToShowOrder((order) => showFromNotification(order, act));
await model.followNote();
await tabs.models.records.comments.look();
readAllWhenIdle(model);
