import { computed, effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { Options } from '../../components/options.tsx';
import { askBackground } from '../wiring/ask-background.ts';
import { isDialOn } from '../wiring/dial-switch.ts';
import { HostLink } from '../wiring/host-link.ts';
import { loadBrowserKeys, loadKeyMap, onKeyMapChanged } from '../wiring/key-map-store.ts';
import { PackStore } from '../wiring/pack-store.ts';
import { openPageStores } from '../wiring/page-session.ts';
import { panelLanguage } from '../wiring/rules-context-of.ts';
import {
  loadManagedSettings,
  loadSettings,
  onSettingsChanged,
  saveSettings,
} from '../wiring/settings-store.ts';
import { SyncLink } from '../wiring/sync-link.ts';
import { vaultWasMade } from '../wiring/vault-memory.ts';
import { loadUpdate, onUpdateChanged } from '../wiring/waiting-update.ts';
import { MicrophoneCheck } from './microphone-check.ts';
import { OptionsActions } from './options-actions.ts';
import { OptionsModel } from './options-model.ts';
import { SoundCheck } from './sound-check.ts';
import { TeamLink } from './team-link.ts';

document.documentElement.lang = panelLanguage();

const stores = await openPageStores();
const packs = await PackStore.open(stores.packs);
const { pack } = packs;
const dutyName = (duty: string) =>
  packs.pack.workOrders.owners.find(({ id }) => id === duty)?.name[panelLanguage()] ?? duty;
const team = new TeamLink(stores, dutyName);
const sync = new SyncLink();
const model = new OptionsModel({
  ...{ microphone: new MicrophoneCheck(), sound: new SoundCheck(), team, stores, pack, sync: sync.state },
  loadSettings,
  tellHost: () => link.tellSettingsChanged(),
  saveDays: (keepNotesDays) => saveSettings({ keepNotesDays }),
});
const link = new HostLink({
  loadSince: async () => [],
  wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
  onEntries: () => {},
  onForget: () => {},
  onLight: (light) => {
    model.light.value = light;
  },
});
const actions = new OptionsActions({ model, stores, link, sync });

model.settings.value = await loadSettings();
model.managed.value = await loadManagedSettings();
model.vault.value = stores.vault.state;
stores.vault.subscribe((state) => {
  model.vault.value = state;
  void actions.lookAtPassword();
  void lookAtRecords();
  void team.look(model.settings.value.teamServer);
});
onSettingsChanged((settings) => {
  model.settings.value = settings;
  void loadManagedSettings().then((managed) => {
    model.managed.value = managed;
  });
});

model.keys.value = await loadKeyMap();
model.browserKeys.value = await loadBrowserKeys();
onKeyMapChanged((keys) => {
  model.keys.value = keys;
});
model.clickToDial.value = (await isDialOn()) ? 'on' : 'off';
const lookForUpdate = async () => {
  model.update.value = await loadUpdate();
};
onUpdateChanged(() => void lookForUpdate());
await lookForUpdate();
model.vaultWasMade.value = await vaultWasMade();

const app = document.getElementById('app');
if (app === null) throw new Error('the options page has no #app');
effect(() => render(<Options view={model.view()} act={actions.act} />, app));

const lookAtDevices = () => void Promise.all([model.microphone.look(), model.sound.look()]);
navigator.mediaDevices.addEventListener('devicechange', lookAtDevices);
lookAtDevices();
await actions.lookAtPassword();
await lookAtRecords();
// A tab that stood open may not know yet that the browser joined, or was let out.
const howSynced = computed(() => sync.state.value.state);
effect(() => {
  howSynced.value;
  untracked(() => void team.look(model.settings.value.teamServer));
});
await link.open();

async function lookAtRecords(): Promise<void> {
  await model.agents.look();
  await model.keeping.look();
}
