import polyfilled from 'webextension-polyfill';

/** Opens Firefox's sidebar, which Chromium's types leave out. Only in a user gesture. */
export async function openFirefoxSidebar(): Promise<void> {
  await polyfilled.sidebarAction.open();
}

export function isFirefoxSidebarOpen(): boolean {
  return polyfilled.extension.getViews({ type: 'sidebar' }).length > 0;
}

/** The visible pages of the extension: sidebars, then tabs. Others cannot open the microphone. */
export function firefoxPagesInFront(): readonly Window[] {
  const tabs = polyfilled.extension.getViews({ type: 'tab' });
  const inFront = tabs.filter(({ document }) => document.visibilityState === 'visible');
  return [...polyfilled.extension.getViews({ type: 'sidebar' }), ...inFront];
}
