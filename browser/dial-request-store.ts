import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type DialRequest, dialRequestAt, dialRequestSchema } from '../contract/messages/dial-request.ts';

const KEY = 'dial-request';

/** Stored for this browser start only. */
export async function keepDialRequest(request: DialRequest): Promise<void> {
  await browser.storage.session.set({ [KEY]: request });
}

export async function forgetDialRequest(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** The request that is open now; null for none, or for one that is too old. */
export async function loadDialRequest(now: number): Promise<DialRequest | null> {
  const parsed = v.safeParse(dialRequestSchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? dialRequestAt(parsed.output, now) : null;
}

export function onDialRequest(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && changes[KEY] !== undefined) changed();
  });
}
