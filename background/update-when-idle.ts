import { browser } from 'wxt/browser';
import { loadUpdate, onUpdateChanged, rememberUpdate } from '../browser/waiting-update.ts';
import { readVaultSession } from '../storage/keys/vault-session.ts';

const VAULT = 'vault';

/**
 * An update of the extension waits until no call is up and the vault is locked: a reload would end
 * a call or the sign-in. The agent can install it in the options, and a browser restart does too.
 */
export function updateWhenIdle(): void {
  browser.runtime.onUpdateAvailable.addListener(({ version }) => void rememberUpdate(version));
  onUpdateChanged(() => void reloadIfIdle());
}

async function reloadIfIdle(): Promise<void> {
  const { state } = await loadUpdate();
  if (state === 'ready' && !(await isUnlocked())) browser.runtime.reload();
}

/** True while the vault is unlocked: a reload would lose the key and the phone password. */
async function isUnlocked(): Promise<boolean> {
  const { [VAULT]: kept } = await browser.storage.session.get(VAULT);
  const session = await readVaultSession({ get: async () => (typeof kept === 'string' ? kept : null) });
  return session !== null && session.privateKey !== null;
}
