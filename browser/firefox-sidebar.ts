import type { Browser } from 'webextension-polyfill';

/** Firefox's own object; the types of `wxt/browser` are Chromium's and leave the sidebar out. */
declare const browser: Browser;

/** Opens Firefox's sidebar. Only in a user gesture. */
export async function openFirefoxSidebar(): Promise<void> {
  await browser.sidebarAction.open();
}

export function isFirefoxSidebarOpen(): boolean {
  return browser.extension.getViews({ type: 'sidebar' }).length > 0;
}

/** The visible pages of the extension: sidebars, then tabs. Others cannot open the microphone. */
export function firefoxPagesInFront(): readonly Window[] {
  const tabs = browser.extension.getViews({ type: 'tab' });
  const inFront = tabs.filter(({ document }) => document.visibilityState === 'visible');
  return [...browser.extension.getViews({ type: 'sidebar' }), ...inFront];
}
