import { browser } from 'wxt/browser';
import { agentIsHere, loadUpdate, onUpdateChanged, rememberUpdate } from '../wiring/waiting-update.ts';

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
