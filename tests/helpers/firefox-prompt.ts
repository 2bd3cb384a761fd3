import type { Browser } from 'puppeteer-core';
import { firefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** Answers Firefox's microphone prompt with "allow", with or without "remember". */
export async function allowMicrophone(browser: Browser, { remember }: { readonly remember: boolean }) {
  await answer(browser, 'webRTC-shareDevices-notification', {
    with: `mainAction.callback({ checkboxChecked: ${remember}, source: 'button' })`,
  });
}

/** Answers Firefox's prompt for permission to read pages. */
export async function answerPageReading(browser: Browser, say: 'allow' | 'deny'): Promise<void> {
  await answer(browser, 'addon-webext-permissions-notification', {
    with: say === 'allow' ? 'mainAction.callback({})' : 'secondaryActions[0].callback({})',
  });
}

/** Evaluated in the browser's window: a page's driver sees no prompt. */
async function answer(browser: Browser, id: string, { with: call }: { readonly with: string }) {
  const window = await firefoxWindow(browser);
  const prompt = `[...PopupNotifications.panel.childNodes].find(({ id }) => id === '${id}')`;
  await until(
    `Firefox asks (${id})`,
    async () => (await window(`PopupNotifications.isPanelOpen && ${prompt} !== undefined`)) === true,
  );
  await window(`(({ notification }) => {
    notification.${call};
    notification.remove();
  })(${prompt})`);
  await until('the question is gone', async () => (await window('PopupNotifications.isPanelOpen')) === false);
}
