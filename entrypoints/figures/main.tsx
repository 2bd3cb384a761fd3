import { effect } from '@preact/signals';
import { render } from 'preact';
import { FiguresPage } from '../../components/figures/figures-page.tsx';
import type { Note } from '../../contract/note.ts';
import { notesOfDays } from '../../notes/note-list.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { pack } from '../../scripts/pack.yaml';
import { openPageStores } from '../wiring/page-session.ts';
import { panelLanguage } from '../wiring/rules-context-of.ts';
import { TeamLedger } from '../wiring/team-ledger.ts';
import { FiguresModel } from './figures-model.ts';

const language = panelLanguage();
document.documentElement.lang = language;

const stores = await openPageStores();
const ledger = new TeamLedger(stores);
const model = new FiguresModel({ notesOf, ledger, pack, language, now: () => Date.now() });

async function notesOf({ firstDay, lastDay }: FigureSpan): Promise<readonly Note[] | null> {
  if (stores.vault.state.state !== 'unlocked') return null;
  return (await notesOfDays(stores.notes, firstDay, lastDay)).notes;
}

const app = document.getElementById('app');
if (app === null) throw new Error('the figures page has no #app');
effect(() => render(<FiguresPage view={model.view.value} act={model.act} />, app));

stores.vault.subscribe(() => void model.load());
await ledger.load();
await model.load();
