import { browser } from 'wxt/browser';
import { openFirefoxSidebar } from '../wiring/firefox-sidebar.ts';

const PANEL_PAGE = 'sidepanel.html';

/** The toolbar icon and the keyboard command open the panel: as side panel, as sidebar, or where neither is, as a window. */
export function openPanelOnClick(): void {
  if (hasSidePanel()) {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    return;
  }
  const action = import.meta.env.MANIFEST_VERSION === 2 ? browser.browserAction : browser.action;
  action.onClicked.addListener((tab) => void openPanel(tab.windowId));
}

/** Must be called from within a user's gesture; browsers refuse otherwise. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) {
    await openFirefoxSidebar();
    return;
  }
  if (hasSidePanel() && windowId !== undefined) {
    await browser.sidePanel.open({ windowId });
    return;
  }
  await openPanelWindow();
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
