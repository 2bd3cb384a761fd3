import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Note } from '../../contract/note/note.ts';
import { FiguresModel } from '../../pages/figures/figures-model.ts';
import { FiguresPage } from '../../pages/figures/figures-page.tsx';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { pack } from '../../scripts/pack.yaml';
import { notesOfDays } from '../../storage/notes/note-list.ts';

const language = panelLanguage();
document.documentElement.lang = language;

const stores = await openPageStores();
const teamLog = new TeamLog(stores);
const model = new FiguresModel({ notesOf, teamLog, pack, language, now: () => Date.now() });

async function notesOf({ firstDay, lastDay }: FigureSpan): Promise<readonly Note[] | null> {
  if (stores.vault.state.state !== 'unlocked') return null;
  return (await notesOfDays(stores.notes, firstDay, lastDay)).notes;
}

const app = document.getElementById('app');
if (app === null) throw new Error('the figures page has no #app');
effect(() => render(<FiguresPage view={model.view.value} act={model.act} />, app));

stores.vault.subscribe(() => void model.load());
await teamLog.load();
await model.load();
