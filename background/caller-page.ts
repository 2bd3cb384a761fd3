import { browser } from 'wxt/browser';
import { isPageUrl } from '../contract/settings/screen-pop.ts';

/** The tab of the last caller's page, while the browser runs. */
const TAB_KEY = 'caller-page-tab';

/** Opens the page about a caller in the tab of the one before, or in a new one. */
export async function openCallerPage(url: string, inFront: boolean): Promise<void> {
  if (!isPageUrl(url)) return;
  const known: unknown = (await browser.storage.session.get(TAB_KEY))[TAB_KEY];
  if (typeof known === 'number' && (await isUpdated(known, url, inFront))) return;
  const { id } = await browser.tabs.create({ url, active: inFront });
  await browser.storage.session.set({ [TAB_KEY]: id });
}

/** False if the tab was closed. */
async function isUpdated(tab: number, url: string, inFront: boolean): Promise<boolean> {
  try {
    await browser.tabs.update(tab, { url, ...(inFront ? { active: true } : {}) });
    return true;
  } catch (error) {
    console.info('caller page: its tab is gone', error);
    return false;
  }
}
