import { computed, effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { askBackground } from '../../browser/ask-background.ts';
import { isDialOn } from '../../browser/dial-switch.ts';
import { HostLink } from '../../browser/host-link.ts';
import {
  loadManagedSettings,
  loadSettings,
  onSettingsChanged,
  saveSettings,
} from '../../browser/settings-store.ts';
import { SyncLink } from '../../browser/sync-link.ts';
import { vaultWasMade } from '../../browser/vault-memory.ts';
import { loadUpdate, onUpdateChanged } from '../../browser/waiting-update.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import { Options } from '../../pages/options/frame/options.tsx';
import { OptionsActions } from '../../pages/options/frame/options-actions.ts';
import { OptionsModel } from '../../pages/options/frame/options-model.ts';
import { MicrophoneCheck } from '../../pages/options/sound/microphone-check-model.ts';
import { SoundCheck } from '../../pages/options/sound/sound-check.ts';
import { TeamLink } from '../../pages/options/team/team-link.ts';
import { loadBrowserKeys, loadKeyMap, onKeyMapChanged } from '../../pages/session/key-map-store.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';

document.documentElement.lang = panelLanguage();

const stores = await openPageStores();
const packs = await PagePacks.open(stores.packs);
const { pack } = packs;
const workOrderRoleName = (workOrderRole: string) =>
  textIn(
    packs.pack.workOrders.owners.find(({ id }) => id === workOrderRole)?.name,
    panelLanguage(),
    workOrderRole,
  );
const team = new TeamLink(stores, workOrderRoleName);
const sync = new SyncLink();
const model = new OptionsModel({
  ...{ microphone: new MicrophoneCheck(), sound: new SoundCheck(), team, stores, pack, sync: sync.state },
  loadSettings,
  notifyHost: () => link.notifySettingsChanged(),
  saveDays: (keepNotesDays) => saveSettings({ keepNotesDays }),
});
const link = new HostLink({
  loadSince: async () => [],
  wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
  onEntries: () => {},
  onForget: () => {},
  onPhoneStatus: (phoneStatus) => {
    model.phoneStatus.value = phoneStatus;
  },
});
const actions = new OptionsActions({ model, stores, link, sync });

model.settings.value = await loadSettings();
model.managed.value = await loadManagedSettings();
model.vault.value = stores.vault.state;
stores.vault.subscribe((state) => {
  model.vault.value = state;
  void actions.refreshPassword();
  void refreshRecords();
  void team.refresh(model.settings.value.teamServer);
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
const checkForUpdate = async () => {
  model.update.value = await loadUpdate();
};
onUpdateChanged(() => void checkForUpdate());
await checkForUpdate();
model.vaultWasMade.value = await vaultWasMade();

const app = document.getElementById('app');
if (app === null) throw new Error('the options page has no #app');
effect(() => render(<Options view={model.view()} act={actions.act} />, app));

const refreshDevices = () => void Promise.all([model.microphone.refresh(), model.sound.refresh()]);
navigator.mediaDevices.addEventListener('devicechange', refreshDevices);
refreshDevices();
await actions.refreshPassword();
await refreshRecords();
// A tab that stood open may not know yet that the browser joined, or was let out.
const howSynced = computed(() => sync.state.value.state);
effect(() => {
  howSynced.value;
  untracked(() => void team.refresh(model.settings.value.teamServer));
});
await link.open();

async function refreshRecords(): Promise<void> {
  await model.agents.refresh();
  await model.keeping.refresh();
}
