import polyfilled from 'webextension-polyfill';

/** Firefox's sidebar, which Chromium's types do not know. Only inside a user's gesture. */
export async function openFirefoxSidebar(): Promise<void> {
  await polyfilled.sidebarAction.open();
}

export function isFirefoxSidebarOpen(): boolean {
  return polyfilled.extension.getViews({ type: 'sidebar' }).length > 0;
}

/** The pages of ours that the agent can see: sidebars, then tabs in front. A tab behind another opens no microphone. */
export function firefoxPagesInFront(): readonly Window[] {
  const tabs = polyfilled.extension.getViews({ type: 'tab' });
  const inFront = tabs.filter(({ document }) => document.visibilityState === 'visible');
  return [...polyfilled.extension.getViews({ type: 'sidebar' }), ...inFront];
}
