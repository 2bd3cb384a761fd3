import { computed, effect, type Signal, signal, untracked } from '@preact/signals';
import { askBackground } from '../../browser/ask-background.ts';
import { HostLink } from '../../browser/host-link.ts';
import { onSettingsChanged } from '../../browser/settings-store.ts';
import { SyncLink } from '../../browser/sync-link.ts';
import { onUpdateChanged } from '../../browser/waiting-update.ts';
import type { PhoneStatus, ProblemCounts } from '../../contract/messages/phone-status.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import { Options } from '../../pages/options/frame/options.tsx';
import { optionsBrowser } from '../../pages/options/frame/options-browser.ts';
import { OptionsModel } from '../../pages/options/frame/options-model.ts';
import { TeamLink } from '../../pages/options/team/team-link.ts';
import { onKeyMapChanged } from '../../pages/session/key-map-store.ts';
import { PagePacks } from '../../pages/session/page-packs.ts';
import { openPageStores } from '../../pages/session/page-session.ts';
import { panelLanguage } from '../../pages/session/rules-context-of.ts';
import { shippedPack } from '../../pages/session/shipped-pack.ts';
import type { ShowPage } from '../../pages/session/start-page.tsx';

/** The options page. */
export async function openPage(show: ShowPage): Promise<void> {
  await openOptions(show, Options);
}

/** The model of the options page, seen by `Page`. */
export async function openOptions(show: ShowPage, Page: typeof Options): Promise<void> {
  document.documentElement.lang = panelLanguage();
  const stores = await openPageStores();
  const packs = await PagePacks.open(stores.packs, await shippedPack(panelLanguage()));
  const workOrderRoleName = (workOrderRole: string) =>
    textIn(
      packs.pack.workOrders.owners.find(({ id }) => id === workOrderRole)?.name,
      panelLanguage(),
      workOrderRole,
    );
  const phoneStatus: Signal<PhoneStatus> = signal({ status: 'working', doing: 'starting' });
  const phoneProblems: Signal<ProblemCounts> = signal({});
  const host = new HostLink({
    loadSince: async () => [],
    wakeHost: () => askBackground({ to: 'background', kind: 'ensure-host' }),
    restartHost: () => askBackground({ to: 'background', kind: 'restart-host' }),
    onEntries: () => {},
    onForget: () => {},
    onPhoneStatus: (status, problems) => {
      phoneStatus.value = status;
      phoneProblems.value = problems;
    },
  });
  const sync = new SyncLink();
  const teamLink = new TeamLink(stores, workOrderRoleName);
  const { pack } = packs;
  const model = new OptionsModel({
    stores,
    pack,
    browser: optionsBrowser,
    host,
    sync,
    teamLink,
    phoneStatus,
    phoneProblems,
  });
  await model.load();

  stores.vault.subscribe(() => void model.refreshVault());
  onSettingsChanged(() => void model.settings.load());
  onKeyMapChanged((keys) => {
    model.keys.value = keys;
  });
  onUpdateChanged(() => void model.refreshUpdate());
  navigator.mediaDevices.addEventListener('devicechange', () => void model.refreshDevices());

  show(() => <Page view={model.view()} act={model.act} />);

  void model.refreshDevices();
  await model.refreshVault();
  // Another page may have joined a team, or the server may have revoked this device.
  const syncState = computed(() => sync.state.value.state);
  effect(() => {
    syncState.value;
    untracked(() => void model.refreshTeam());
  });
  await host.open();
}
