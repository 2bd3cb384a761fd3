import { browser } from 'wxt/browser';
import type { UpdateState } from '../../components/options-view.ts';
import { readVaultSession } from '../../notes/keys/vault-session.ts';

const VERSION = 'update-waiting';
const LIVE_CALLS = 'live-calls';
const VAULT = 'vault';

export async function rememberUpdate(version: string): Promise<void> {
  await browser.storage.session.set({ [VERSION]: version });
}

export async function rememberLiveCalls(liveCalls: number): Promise<void> {
  await browser.storage.session.set({ [LIVE_CALLS]: liveCalls });
}

/** Whether a new version is there, and whether a call stands in its way. */
export async function loadUpdate(): Promise<UpdateState> {
  const { [VERSION]: version, [LIVE_CALLS]: calls } = await browser.storage.session.get([
    VERSION,
    LIVE_CALLS,
  ]);
  if (typeof version !== 'string') return { state: 'none' };
  return { state: calls === undefined || calls === 0 ? 'ready' : 'waiting', version };
}

/** True while an agent is unlocked: a reload would forget the key and the phone password, and nobody would see it. */
export async function agentIsHere(): Promise<boolean> {
  const { [VAULT]: kept } = await browser.storage.session.get(VAULT);
  const session = await readVaultSession({ get: async () => (typeof kept === 'string' ? kept : null) });
  return session !== null && session.privateKey !== null;
}

/** Calls back whenever one of these answers may have become another. */
export function onUpdateChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && [VERSION, LIVE_CALLS, VAULT].some((key) => key in changes)) changed();
  });
}
