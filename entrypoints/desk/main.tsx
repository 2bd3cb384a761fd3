import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Desk } from '../../components/desk/desk.tsx';
import { type DeskRoute, hashOf, routeOf } from '../../components/desk/desk-link.ts';
import type { ActOnDesk } from '../../components/desk/desk-view.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import { PackStore } from '../wiring/pack-store.ts';
import { openPageStores } from '../wiring/page-session.ts';
import { panelLanguage } from '../wiring/rules-context-of.ts';
import { TeamLedger } from '../wiring/team-ledger.ts';
import { DeskModel } from './desk-model.ts';
import { ScriptsActions } from './scripts-actions.ts';
import { tickPreview } from './tick-preview.ts';
import { undoByKey } from './undo-by-key.ts';

const language = panelLanguage();
document.documentElement.lang = language;

const now = signal(Date.now());
const route = signal<DeskRoute>(routeOf(location.hash));
const stores = await openPageStores();
const packs = await PackStore.open(stores.packs);
const ledger = new TeamLedger(stores);
const model = new DeskModel({ stores, ledger, pack: packs.pack, language, now: () => Date.now() });
const scripts = new ScriptsActions({
  model: model.scripts,
  route: () => route.value,
  now: () => Date.now(),
});
await model.scripts.draft.open();
model.team.begin();
addEventListener('pagehide', () => model.scripts.draft.saveAtOnce());

const act: ActOnDesk = (asked) => {
  switch (asked.on) {
    case 'scripts':
      scripts.act(asked.action);
      break;
    case 'publish':
      model.publish.act(asked.action);
      break;
    case 'floor':
      model.floor.act(asked.action);
      break;
    case 'reports':
      model.reports.act(asked.action);
      break;
    case 'members':
      model.members.act(asked.action);
      break;
    case 'review':
      model.review.act(asked.action);
      break;
    case 'exports':
      model.exports.act(asked.action);
      break;
    case 'audit':
      model.audit.act(asked.action);
      break;
    case 'organisation':
      model.organisation.act(asked.action);
      break;
    case 'desk':
      if (asked.action === 'retry') void model.open(route.value);
      else void browser.runtime.openOptionsPage();
      break;
  }
};

addEventListener('hashchange', () => {
  route.value = routeOf(location.hash);
  model.scripts.preview.restart();
  void model.open(route.value);
});
// It may have changed while this page was opening.
route.value = routeOf(location.hash);
undoByKey(
  () => route.value.page === 'scripts',
  (action) => act({ on: 'scripts', action }),
);
/** Nothing that belongs to one team or agent may stay on screen for another: after leaving, joining or a lock the page begins anew. */
async function lookAtTeam(vault: 'same' | 'changed'): Promise<void> {
  const found = await model.lookAtTeam();
  if (found === 'other') {
    location.reload();
    return;
  }
  if (found === 'same' && vault === 'same') return;
  model.team.look();
  await model.open(route.value);
}
stores.vault.subscribe(() => void lookAtTeam('changed'));
new BroadcastChannel(SYNC_CHANNEL).onmessage = ({ data }: MessageEvent<SyncMessage>) => {
  if (data.kind === 'state' || data.kind === 'sync-now') void lookAtTeam('same');
};

effect(() => {
  const landing = location.hash === '' ? model.landing() : null;
  if (landing !== null) location.hash = hashOf(landing);
});

const app = document.getElementById('app');
if (app === null) throw new Error('the desk page has no #app');
effect(() => render(<Desk view={model.view(route.value, now.value)} act={act} />, app));
tickPreview(now, () => model.previewed(route.value, Date.now()));
await model.open(route.value);
await ledger.load();
