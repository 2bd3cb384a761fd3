import { browser } from 'wxt/browser';
import { askBackground } from '../../browser/ask-background.ts';
import { openStores, type Stores } from '../../storage/open-stores.ts';
import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

/** Keys in storage.session. */
export type SessionKey = 'vault' | 'sip-secret';

/** Session storage for pages with extension APIs. */
export function pageSession(key: SessionKey): SessionSecrets {
  const area = browser.storage.session;
  return {
    async get() {
      const value: unknown = (await area.get(key))[key];
      return typeof value === 'string' ? value : null;
    },
    async set(value) {
      await area.set({ [key]: value });
    },
    async clear() {
      await area.remove(key);
    },
  };
}

/** The stores of a page with extension APIs. */
export function openPageStores(): Promise<Stores> {
  return openStores({
    vaultSession: pageSession('vault'),
    sipSession: pageSession('sip-secret'),
    now: () => Date.now(),
  });
}

/** Session storage for the offscreen document, through the background. */
export function offscreenSession(key: SessionKey): SessionSecrets {
  return {
    get: () => askBackground({ to: 'background', kind: 'session-get', key }),
    async set(value) {
      await askBackground({ to: 'background', kind: 'session-set', key, value });
    },
    async clear() {
      await askBackground({ to: 'background', kind: 'session-remove', key });
    },
  };
}
