import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type DialWish, dialWishSchema, wishAt } from '../../contract/messages/dial-wish.ts';

const KEY = 'dial-wish';

/** For this browser start only: a number from a page is not kept. */
export async function keepDialWish(wish: DialWish): Promise<void> {
  await browser.storage.session.set({ [KEY]: wish });
}

export async function forgetDialWish(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** The wish that stands now; null for none, or for one that is too old. */
export async function loadDialWish(now: number): Promise<DialWish | null> {
  const parsed = v.safeParse(dialWishSchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? wishAt(parsed.output, now) : null;
}

export function onDialWish(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[KEY] !== undefined) changed();
  });
}
