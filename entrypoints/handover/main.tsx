import { effect } from '@preact/signals';
import { render } from 'preact';
import { loadSettings } from '../../browser/settings-store.ts';
import { HandoverPaper } from '../../pages/handover/handover-paper.tsx';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import { foldHandovers } from '../../rules/handover/fold-handovers.ts';

document.documentElement.lang = panelLanguage();
const wanted = location.hash.slice(1);
const stores = await openPageStores();
const { hotlineName } = await loadSettings();
const teamLog = new TeamLog(stores);

const app = document.getElementById('app');
if (app === null) throw new Error('the handover page has no #app');
effect(() => {
  const sheet = foldHandovers(teamLog.events.value).sheets.find(({ id }) => id === wanted);
  const locked = teamLog.locked.value > 0;
  const props = { sheet: sheet ?? null, locked, hotline: hotlineName };
  render(<HandoverPaper {...props} onPrint={() => print()} />, app);
});
await teamLog.load();
