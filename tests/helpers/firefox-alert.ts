import type { Browser } from 'puppeteer-core';
import { firefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** Firefox draws notifications in windows of its own, which can be read and pressed. */
export const OWN_ALERTS = { 'alerts.useSystemBackend': false } as const;

/** Title and text of the notifications on screen. */
export function firefoxAlerts(browser: Browser) {
  const shown = async (): Promise<readonly string[]> => {
    const window = await firefoxWindow(browser);
    const texts = await window(
      `JSON.stringify(${ALERTS}.map(({ document }) => ['alertTitleLabel', 'alertTextLabel'].map((id) =>
        document.getElementById(id)?.value || document.getElementById(id)?.textContent || '').join(': ')))`,
    );
    return JSON.parse(String(texts));
  };
  const shows = (text: RegExp) =>
    until(`Firefox shows a notification ${text}`, async () => (await shown()).some((one) => text.test(one)));
  return {
    shown,
    shows,
    gone: () => until('no notification is shown', async () => (await shown()).length === 0),
    /** Presses the notification's window. */
    async presses(text: RegExp): Promise<void> {
      await shows(text);
      const at = (await shown()).findIndex((one) => text.test(one));
      const window = await firefoxWindow(browser);
      await window(`${ALERTS}[${at}].document.getElementById('alertBox').click()`);
    },
  };
}

const ALERTS = `[...Services.wm.getEnumerator('alert:alert')]`;
