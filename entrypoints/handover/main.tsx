import { effect } from '@preact/signals';
import { render } from 'preact';
import { HandoverPaper } from '../../components/handover/handover-paper.tsx';
import { foldHandovers } from '../../rules/handover/fold-handovers.ts';
import { openPageStores } from '../wiring/page-session.ts';
import { panelLanguage } from '../wiring/rules-context-of.ts';
import { loadSettings } from '../wiring/settings-store.ts';
import { TeamLedger } from '../wiring/team-ledger.ts';

document.documentElement.lang = panelLanguage();
const wanted = location.hash.slice(1);
const stores = await openPageStores();
const { hotlineName } = await loadSettings();
const ledger = new TeamLedger(stores);

const app = document.getElementById('app');
if (app === null) throw new Error('the handover page has no #app');
effect(() => {
  const sheet = foldHandovers(ledger.events.value).sheets.find(({ id }) => id === wanted);
  const locked = ledger.locked.value > 0;
  const props = { sheet: sheet ?? null, locked, hotline: hotlineName };
  render(<HandoverPaper {...props} onPrint={() => print()} />, app);
});
await ledger.load();
