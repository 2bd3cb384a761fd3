import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { idSchema } from '../contract/pack/id.ts';

const KEY = 'pinned-scripts';
const pinsSchema = v.array(idSchema);

/**
 * Ids of the situations that the agent assigned to the number keys; null before any choice. They
 * are no settings: nobody prescribes them, and an open settings form must not restore an old
 * choice.
 */
export async function loadPins(): Promise<readonly string[] | null> {
  const stored = await browser.storage.local.get(KEY);
  if (stored[KEY] === undefined) return null;
  const parsed = v.safeParse(pinsSchema, stored[KEY]);
  if (!parsed.success) console.error('pins: stored form refused, using the usual ones', parsed.issues);
  return parsed.success ? parsed.output : null;
}

export async function savePins(pins: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: pins });
}

/** Calls back when another window has changed them. */
export function onPinsChanged(changed: (pins: readonly string[] | null) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY] !== undefined) void loadPins().then(changed);
  });
}
