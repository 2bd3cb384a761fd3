import { browser } from 'wxt/browser';
import { disableDial, enableDial, isDialOn } from '../../../browser/dial-switch.ts';
import { changePersonalSettings } from '../../../browser/personal-settings.ts';
import { loadManagedSettings, loadSettings, saveSettings } from '../../../browser/settings-store.ts';
import { areSitesAllowed, requestSites, watchedSites } from '../../../browser/softphone-sites.ts';
import { rememberVault, vaultWasMade } from '../../../browser/vault-memory.ts';
import { loadUpdate } from '../../../browser/waiting-update.ts';
import { loadBrowserKeys, loadKeyMap, saveKeyMap } from '../../session/key-map-store.ts';
import { switchAgent } from '../../session/switch-agent.ts';

/** What the options page needs of the browser. Its models get it, so that a test can replace it. */
export const optionsBrowser = {
  ...{ loadSettings, loadManagedSettings, saveSettings, changePersonalSettings, switchAgent },
  ...{ loadKeyMap, saveKeyMap, loadBrowserKeys, isDialOn, enableDial, disableDial },
  ...{ watchedSites, requestSites, areSitesAllowed },
  ...{ loadUpdate, rememberVault, vaultWasMade },
  print: () => print(),
  reload: () => browser.runtime.reload(),
  makePersistent: () => navigator.storage.persist(),

  /** With the permission for unlimited storage nothing is evicted, although `persisted` says no. */
  async storageState(): Promise<{ persistent: boolean; usedBytes: number }> {
    const { usage = 0 } = await navigator.storage.estimate();
    const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
    return { persistent: isUnlimited || (await navigator.storage.persisted()), usedBytes: usage };
  },
};

export type OptionsBrowser = typeof optionsBrowser;
