import { saveFile } from '../../browser/save-file.ts';
import { loadSettings } from '../../browser/settings-store.ts';
import { PaperModel } from '../../pages/papers/paper-model.ts';
import { PaperPage } from '../../pages/papers/paper-page.tsx';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { shippedPack } from '../../pages/session/shipped-pack.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { TeamLog } from '../../pages/session/team-log.ts';
import { zoneOf } from '../../pages/session/zone-of.ts';
import { recordAudit } from '../../storage/audit-log.ts';

/** One form of the call centre, to print or to download. */
export async function openPage(show: ShowPage): Promise<void> {
  const language = panelLanguage();
  document.documentElement.lang = language;
  const stores = await openPageStores();
  const packs = await PagePacks.open(stores.packs, await shippedPack(panelLanguage()));
  const { hotlineName } = await loadSettings();
  const teamLog = new TeamLog(stores);
  const now = Date.now();
  const model = new PaperModel({
    ...{ address: location.hash, teamLog, packs, language, now },
    ...{ timeZone: zoneOf(packs.pack), utcOffsetMinutes: zoneOf(packs.pack) },
    record: async (paper, how) => await recordAudit(stores, { kind: 'paper', at: Date.now(), paper, how }),
    print: () => print(),
    save: ({ name, type, content }) => saveFile(name, type, content),
  });
  addEventListener('hashchange', () => location.reload());
  show(() => (
    <PaperPage
      paper={model.paper.value}
      locked={teamLog.locked.value > 0}
      hotline={hotlineName}
      failed={model.failed.value}
      onPrint={() => void model.print()}
      onSave={() => void model.save()}
    />
  ));
  await teamLog.load();
  await model.opened();
}
