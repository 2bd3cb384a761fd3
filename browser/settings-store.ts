import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type ManagedSettings,
  NOTHING_PRESCRIBED,
  parseManagedSettings,
  withoutPrescribed,
  withPrescribed,
} from '../contract/settings/managed-settings.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../contract/settings/settings.ts';

const KEY = 'settings';

/** The settings in force: the agent's, overridden by the administrator's. They hold no secret. */
export async function loadSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([loadOwnSettings(), loadManagedSettings()]);
  return withPrescribed(own, managed);
}

/** The settings that the administrator prescribes. Firefox rejects if there is no policy. */
export async function loadManagedSettings(): Promise<ManagedSettings> {
  try {
    return parseManagedSettings(await browser.storage.managed.get());
  } catch (error) {
    console.info('settings: nothing is prescribed', error);
    return NOTHING_PRESCRIBED;
  }
}

/** Stores the agent's changes, but not over prescribed settings: those may be withdrawn later. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  const [own, managed] = await Promise.all([loadOwnSettings(), loadManagedSettings()]);
  await browser.storage.local.set({ [KEY]: { ...own, ...withoutPrescribed(changed, managed) } });
}

async function loadOwnSettings(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(settingsSchema, stored ?? {});
  if (!parsed.success) console.error('settings: stored form refused, using defaults', parsed.issues);
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

/** Calls back with the settings in force when a page saved them or the policy changed. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && changes[KEY] !== undefined)) {
      void loadSettings().then(changed);
    }
  });
}
