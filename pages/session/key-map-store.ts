import { browser } from 'wxt/browser';
import { type BrowserKeys, codeOfShortcut, parseKeyMap } from './key-choice.ts';
import type { KeyCommand, KeyMap } from './key-map.ts';

const KEY = 'key-map';

/** The agent's keys on this computer. Like pins, they are not settings a team can prescribe. */
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

/** Names of browser commands, with the panel's commands. */
const BROWSER_COMMANDS: Readonly<Record<string, KeyCommand | 'open-panel'>> = {
  answer: 'answer',
  'hang-up': 'end',
  mute: 'mute',
  'open-panel': 'open-panel',
};

/** The browser's present shortcuts, which the agent can change there. */
export async function loadBrowserKeys(): Promise<BrowserKeys> {
  const used = new Map<string, KeyCommand | 'open-panel'>();
  for (const { name = '', shortcut = '' } of await browser.commands.getAll()) {
    const code = codeOfShortcut(shortcut);
    const does = BROWSER_COMMANDS[name];
    if (code !== null && does !== undefined) used.set(code, does);
  }
  return used;
}
