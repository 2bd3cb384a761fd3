import { browser } from 'wxt/browser';
import { askBackground } from '../../browser/ask-background.ts';
import { openStores, type Stores } from '../../storage/open-stores.ts';
import type { SessionSecrets } from '../../storage/vault/session-secrets.ts';

/** Names of the strings that live in storage.session. */
export type SessionKey = 'vault' | 'sip-secret';

/** The session as pages with extension APIs reach it. */
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

/** What a page with extension APIs keeps and reads. */
export function openPageStores(): Promise<Stores> {
  return openStores({
    vaultSession: pageSession('vault'),
    sipSession: pageSession('sip-secret'),
    now: () => Date.now(),
  });
}

/** The session as an offscreen document reaches it: by way of the background. */
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
