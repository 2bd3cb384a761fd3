import { browser } from 'wxt/browser';

const VERSION = 'update-waiting';
const LIVE_CALLS = 'live-calls';
const VAULT = 'vault';

export type UpdateState =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly version: string }
  /** A call is up. */
  | { readonly state: 'waiting'; readonly version: string };

export async function rememberUpdate(version: string): Promise<void> {
  await browser.storage.session.set({ [VERSION]: version });
}

export async function rememberLiveCalls(liveCalls: number): Promise<void> {
  await browser.storage.session.set({ [LIVE_CALLS]: liveCalls });
}

/** Whether there is a new version, and whether it waits for the end of a call. */
export async function loadUpdate(): Promise<UpdateState> {
  const { [VERSION]: version, [LIVE_CALLS]: calls } = await browser.storage.session.get([
    VERSION,
    LIVE_CALLS,
  ]);
  if (typeof version !== 'string') return { state: 'none' };
  return { state: calls === undefined || calls === 0 ? 'ready' : 'waiting', version };
}

/** Calls back when the update state may have changed. */
export function onUpdateChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && [VERSION, LIVE_CALLS, VAULT].some((key) => key in changes)) changed();
  });
}
