import type { Note } from '../../contract/note/note.ts';
import { FiguresModel } from '../../pages/figures/figures-model.ts';
import { FiguresPage } from '../../pages/figures/figures-page.tsx';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { shippedPack } from '../../pages/session/shipped-pack.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { TeamLog } from '../../pages/session/team-log.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { notesOfDays } from '../../storage/notes/note-list.ts';

/** The figures of a day, week or month. */
export async function openPage(show: ShowPage): Promise<void> {
  const language = panelLanguage();
  document.documentElement.lang = language;
  const stores = await openPageStores();
  const teamLog = new TeamLog(stores);
  const packs = await PagePacks.open(stores.packs, await shippedPack(panelLanguage()));
  const model = new FiguresModel({
    ...{ notesOf, teamLog, language, now: () => Date.now() },
    packOf: (key: string) => packs.find(key),
    // Of the moment: a lead may release another while the page is open.
    get pack() {
      return packs.pack;
    },
  });

  async function notesOf({ firstDay, lastDay }: FigureSpan): Promise<readonly Note[] | null> {
    if (stores.vault.state.state !== 'unlocked') return null;
    return (await notesOfDays(stores.notes, firstDay, lastDay)).notes;
  }

  show(() => <FiguresPage view={model.view.value} act={model.act} />);

  stores.vault.subscribe(() => void model.load());
  await teamLog.load();
  await model.load();
}
