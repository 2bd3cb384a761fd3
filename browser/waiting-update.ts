import { browser } from 'wxt/browser';

const VERSION = 'update-waiting';
const LIVE_CALLS = 'live-calls';
const VAULT = 'vault';

export type UpdateState =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly version: string }
  /** It waits because a call is up. */
  | { readonly state: 'waiting'; readonly version: string };

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

/** Calls back whenever one of these answers may have become another. */
export function onUpdateChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && [VERSION, LIVE_CALLS, VAULT].some((key) => key in changes)) changed();
  });
}
