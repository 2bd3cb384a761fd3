import { effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import { undoByKey } from '../../pages/lead/draft/undo-by-key.ts';
import { Lead } from '../../pages/lead/frame/lead.tsx';
import { leadActions } from '../../pages/lead/frame/lead-actions.ts';
import { hashOf, type LeadRoute, routeOf } from '../../pages/lead/frame/lead-link.ts';
import { LeadModel } from '../../pages/lead/frame/lead-model.ts';
import { loadPreviewWords } from '../../pages/lead/preview/preview-words.ts';
import { tickPreview } from '../../pages/lead/preview/tick-preview.ts';
import { ScriptsActions } from '../../pages/lead/scripts/scripts-actions.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { TeamLog } from '../../pages/session/team-log.ts';
import { pack as shipped } from '../../scripts/pack.yaml';

/** The application of leads. */
export async function openPage(show: ShowPage): Promise<void> {
  const language = panelLanguage();
  document.documentElement.lang = language;
  const now = signal(Date.now());
  const route = signal<LeadRoute>(routeOf(location.hash));
  const stores = await openPageStores();
  const packs = await PagePacks.open(stores.packs, shipped);
  await loadPreviewWords();
  const teamLog = new TeamLog(stores);
  const model = new LeadModel({
    ...{ stores, teamLog, pack: packs.pack, packKey: packs.key, language },
    packOf: (key) => packs.find(key),
    now: () => Date.now(),
  });
  const scripts = new ScriptsActions({
    model: model.scripts,
    route: () => route.value,
    now: () => Date.now(),
  });
  await model.scripts.draft.open();
  model.team.begin();
  addEventListener('pagehide', () => model.scripts.draft.saveAtOnce());

  const act = leadActions({
    model,
    scripts: scripts.act,
    route: () => route.value,
    openOptions: () => void browser.runtime.openOptionsPage(),
  });

  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash);
    model.scripts.preview.restart();
    void model.open(route.value);
  });
  // The address may have changed while the stores were opened.
  route.value = routeOf(location.hash);
  undoByKey(
    () => route.value.page === 'scripts',
    (action) => act({ on: 'scripts', action }),
  );
  /**
   * Reloads when this browser now belongs to another team or agent, so that no data of the old one
   * stays on screen.
   */
  async function checkTeam(vault: 'same' | 'changed'): Promise<void> {
    const found = await model.checkTeam();
    if (found === 'other') {
      location.reload();
      return;
    }
    if (found === 'same' && vault === 'same') return;
    model.team.refresh();
    await model.open(route.value);
  }
  stores.vault.subscribe(() => void checkTeam('changed'));
  new BroadcastChannel(SYNC_CHANNEL).onmessage = ({ data }: MessageEvent<SyncMessage>) => {
    if (data.kind === 'state' || data.kind === 'sync-now') void checkTeam('same');
  };

  effect(() => {
    const landing = location.hash === '' ? model.landing() : null;
    if (landing !== null) location.hash = hashOf(landing);
  });

  show(() => <Lead view={model.view(route.value, now.value)} act={act} />);
  tickPreview(now, () => model.previewed(route.value, Date.now()));
  await model.open(route.value);
  await teamLog.load();
}
