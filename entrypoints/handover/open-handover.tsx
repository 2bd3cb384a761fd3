import { loadSettings } from '../../browser/settings-store.ts';
import { HandoverPaper } from '../../pages/handover/handover-paper.tsx';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { shippedPack } from '../../pages/session/shipped-pack.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { TeamLog } from '../../pages/session/team-log.ts';
import { foldHandovers } from '../../rules/handover/fold-handovers.ts';

/** One handover sheet, to print. */
export async function openPage(show: ShowPage): Promise<void> {
  document.documentElement.lang = panelLanguage();
  const wanted = location.hash.slice(1);
  const stores = await openPageStores();
  // It brings the team's zone, in which the sheet shows its times.
  await PagePacks.open(stores.packs, await shippedPack(panelLanguage()));
  const { hotlineName } = await loadSettings();
  const teamLog = new TeamLog(stores);

  show(() => {
    const sheet = foldHandovers(teamLog.events.value).sheets.find(({ id }) => id === wanted);
    const locked = teamLog.locked.value > 0;
    const props = { sheet: sheet ?? null, locked, hotline: hotlineName };
    return <HandoverPaper {...props} onPrint={() => print()} />;
  });
  await teamLog.load();
}
