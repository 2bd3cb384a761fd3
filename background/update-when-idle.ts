import { browser } from 'wxt/browser';
import { loadUpdate, onUpdateChanged, rememberUpdate } from '../browser/waiting-update.ts';
import { readVaultSession } from '../storage/keys/vault-session.ts';

const VAULT = 'vault';

/**
 * An update of the extension waits until no call is up and the agent has locked, or takes it in the options; a restart
 * of the browser installs it too. A reload in mid-sentence would end the call, one at rest the sign-in.
 */
export function updateWhenIdle(): void {
  browser.runtime.onUpdateAvailable.addListener(({ version }) => void rememberUpdate(version));
  onUpdateChanged(() => void reloadIfIdle());
}

async function reloadIfIdle(): Promise<void> {
  const { state } = await loadUpdate();
  if (state === 'ready' && !(await agentIsHere())) browser.runtime.reload();
}

/** True while an agent is unlocked: a reload would forget the key and the phone password, and nobody would see it. */
async function agentIsHere(): Promise<boolean> {
  const { [VAULT]: kept } = await browser.storage.session.get(VAULT);
  const session = await readVaultSession({ get: async () => (typeof kept === 'string' ? kept : null) });
  return session !== null && session.privateKey !== null;
}
