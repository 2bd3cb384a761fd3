import { effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { PresenceLink } from '../../browser/presence-link.ts';
import { onAskedToShowOrder } from '../../browser/shown-order.ts';
import { SyncLink } from '../../browser/sync-link.ts';
import { LineMeterFeed } from '../../pages/panel/call/line-meter-feed.ts';
import { directoryViews } from '../../pages/panel/dial/directory-views.ts';
import { followChoices } from '../../pages/panel/frame/follow-choices.ts';
import { followHost } from '../../pages/panel/frame/follow-host.ts';
import { Panel } from '../../pages/panel/frame/panel.tsx';
import { PanelActions } from '../../pages/panel/frame/panel-actions.ts';
import { PanelJournal } from '../../pages/panel/frame/panel-journal.ts';
import { listenToKeys } from '../../pages/panel/frame/panel-keys.ts';
import { PanelModel } from '../../pages/panel/frame/panel-model.ts';
import { PanelPage } from '../../pages/panel/frame/panel-page.ts';
import { PanelTeam } from '../../pages/panel/frame/panel-team.ts';
import { showFromNotification } from '../../pages/panel/frame/show-from-notification.ts';
import { tick } from '../../pages/panel/frame/tick.ts';
import { wireTabs } from '../../pages/panel/frame/wire-tabs.ts';
import { followVault, readAllWhenIdle } from '../../pages/panel/idle/follow-vault.ts';
import { PanelNotes } from '../../pages/panel/note/panel-notes.ts';
import { HalfWritten } from '../../pages/panel/orders/half-written.ts';
import { keepTypedOrders, loadTypedOrders } from '../../pages/panel/orders/typed-orders-store.ts';
import { TeamLog } from '../../pages/session/team-log.ts';

const page = await PanelPage.open();
const { stores, packs, context, language } = page;
document.documentElement.lang = language;

const now = signal(Date.now());
const journal = new PanelJournal(packs, context);
const notes = new PanelNotes(stores.notes, page.titleOf);
const sync = new SyncLink();
const teamLog = new TeamLog(stores);
const team = new PanelTeam({
  teamLog,
  store: stores.team,
  agent: () => page.settings.agentNumber,
  get pack() {
    return page.pack;
  },
  packKey: () => packs.key,
  utcOffsetMinutes: () => context().utcOffsetMinutes,
  now: () => Date.now(),
});
const written = new HalfWritten(await loadTypedOrders(), (typed) => void keepTypedOrders(typed));
const panel = () => ({ model, actions });
const tabs = wireTabs({ page, journal, notes, teamLog, team, sync, written, panel });
const model: PanelModel = new PanelModel({
  journal,
  notes,
  tabs,
  team,
  sync,
  packs,
  context,
  meter: new LineMeterFeed(() => Date.now()),
  presence: new PresenceLink(),
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
  if (tabs.open.value === 'records') untracked(() => void tabs.models.records.list.refresh());
});

const app = document.getElementById('app');
if (app === null) throw new Error('the panel page has no #app');
effect(() => render(<Panel view={model.view(now.value)} act={act} />, app));
tick(now, () => model.view(Date.now()));
listenToKeys(() => model.view(Date.now()), act);
await Promise.all([teamLog.load(), link.open()]);
await onAskedToShowOrder((order) => showFromNotification(order, act));
await model.followNote();
await tabs.models.records.comments.refresh();
readAllWhenIdle(model);
