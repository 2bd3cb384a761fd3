import * as v from 'valibot';
import { DEFAULT_KEY_MAP, KEY_COMMANDS, type KeyCommand, type KeyMap } from './key-map.ts';

/** Free with Alt+Shift in browsers, desktops and accents: docs/decisions/key-map.md. */
export const FREE_KEYS: readonly string[] = [...'DFGHJKLMOQRSVY'].map((letter) => `Key${letter}`);

/** Keys that the browser assigns to commands, also for other pages, by `event.code`. */
export type BrowserKeys = ReadonlyMap<string, KeyCommand | 'open-panel'>;

export type KeyClash =
  | { readonly with: 'command'; readonly command: KeyCommand }
  /** The browser uses the key itself. */
  | { readonly with: 'browser'; readonly does: KeyCommand | 'open-panel' };

/** Why this command cannot use its key; null if it can. */
export function clashOf(command: KeyCommand, map: KeyMap, browserKeys: BrowserKeys): KeyClash | null {
  const other = KEY_COMMANDS.find((one) => one !== command && map[one] === map[command]);
  if (other !== undefined) return { with: 'command', command: other };
  const does = browserKeys.get(map[command]);
  return does === undefined || does === command ? null : { with: 'browser', does };
}

/** `KeyJ` for a browser's `Alt+Shift+J` or `⌥⇧J`; null for keys the panel does not use. */
export function codeOfShortcut(shortcut: string): string | null {
  const letter = /^(?:Alt\+Shift\+|Shift\+Alt\+|⌥⇧|⇧⌥)([A-Z])$/.exec(shortcut)?.[1];
  return letter === undefined ? null : `Key${letter}`;
}

const chosenSchema = v.record(v.picklist(KEY_COMMANDS), v.picklist(FREE_KEYS));

/** Parses a stored map. An invalid one, or one with a repeated key, becomes the default. */
export function parseKeyMap(kept: unknown): KeyMap {
  const chosen = v.safeParse(chosenSchema, kept);
  if (!chosen.success) return DEFAULT_KEY_MAP;
  const map: KeyMap = { ...DEFAULT_KEY_MAP, ...chosen.output };
  return new Set(Object.values(map)).size === KEY_COMMANDS.length ? map : DEFAULT_KEY_MAP;
}
