import { browser } from 'wxt/browser';
import { loadSettings, onSettingsChanged } from '../browser/settings-store.ts';
import { placeScripts, watchedSites } from '../browser/softphone-sites.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import type { Settings } from '../contract/settings/settings.ts';

/** Keeps the scripts of the softphone's sites in place, as settings and permissions change. */
export function placeSoftphoneScripts(): void {
  const placing = new SerialQueue();
  const place = (load: () => Promise<Settings>) =>
    void placing
      .run(async () => placeScripts(watchedSites(await load())))
      .catch((error: unknown) => console.error('softphone: scripts could not be placed', error));
  place(loadSettings);
  onSettingsChanged((settings) => place(async () => settings));
  browser.permissions.onAdded.addListener(() => place(loadSettings));
  browser.permissions.onRemoved.addListener(() => place(loadSettings));
}
