import { browser } from 'wxt/browser';
import { isFirefoxSidebarOpen, openFirefoxSidebar } from '../browser/firefox-sidebar.ts';

const PANEL_PAGE = 'sidepanel.html';

/** The toolbar icon opens the panel: as side panel, as sidebar, or without either as a window. */
export function openPanelOnClick(): void {
  if (hasSidePanel()) {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  const action = import.meta.env.MANIFEST_VERSION === 2 ? browser.browserAction : browser.action;
  action.onClicked.addListener((tab) => void openPanel(tab.windowId));
}

/**
 * Must be called in the same task as the agent's click: browsers refuse it later. Firefox also
 * refuses after clicks on notifications and in pages. If it is refused, and the panel is not open,
 * the panel opens as a window.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  try {
    await openBeside(windowId);
  } catch {
    if (!(await isOpenBeside())) await openPanelWindow();
  }
}

/** After a click on a notification: another program may be in front. */
export async function openPanelInFront(): Promise<void> {
  await openPanel(browser.windows.WINDOW_ID_CURRENT);
  if (!(await isOpenBeside())) return;
  const { id } = await browser.windows.getLastFocused();
  if (id !== undefined) await browser.windows.update(id, { focused: true });
}

async function openBeside(windowId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) await openFirefoxSidebar();
  else if (hasSidePanel() && windowId !== undefined) await browser.sidePanel.open({ windowId });
  else await openPanelWindow();
}

async function isOpenBeside(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return isFirefoxSidebarOpen();
  if (!hasSidePanel()) return false;
  return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
}

function hasSidePanel(): boolean {
  return !import.meta.env.FIREFOX && 'sidePanel' in browser && browser.sidePanel !== undefined;
}

async function openPanelWindow(): Promise<void> {
  const url = browser.runtime.getURL(`/${PANEL_PAGE}`);
  const [open] = await browser.tabs.query({ url });
  if (open?.windowId !== undefined) {
    await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.windows.create({ url, type: 'popup', width: 400, height: 820 });
}
