import { browser } from 'wxt/browser';
import { type BrowserKeys, codeOfShortcut, parseKeyMap } from './key-choice.ts';
import type { KeyCommand, KeyMap } from './key-map.ts';

const KEY = 'key-map';

/** The agent's own keys on this computer. Apart from the settings, as pins are: nobody's to prescribe. */
export async function loadKeyMap(): Promise<KeyMap> {
  return parseKeyMap((await browser.storage.local.get(KEY))[KEY]);
}

export async function saveKeyMap(keys: KeyMap): Promise<void> {
  await browser.storage.local.set({ [KEY]: keys });
}

export function onKeyMapChanged(changed: (keys: KeyMap) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY] !== undefined) changed(parseKeyMap(changes[KEY].newValue));
  });
}

/** Names in the manifest and the commands that they are in the panel. */
const BROWSER_COMMANDS: Readonly<Record<string, KeyCommand | 'open-panel'>> = {
  answer: 'answer',
  'hang-up': 'end',
  mute: 'mute',
  'open-panel': 'open-panel',
};

/** What the browser itself listens to now; the agent may have changed it there. */
export async function loadBrowserKeys(): Promise<BrowserKeys> {
  const used = new Map<string, KeyCommand | 'open-panel'>();
  for (const { name = '', shortcut = '' } of await browser.commands.getAll()) {
    const code = codeOfShortcut(shortcut);
    const does = BROWSER_COMMANDS[name];
    if (code !== null && does !== undefined) used.set(code, does);
  }
  return used;
}
