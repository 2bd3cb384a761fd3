import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, inject } from 'vitest';

/** Pages of the one Chromium of this project, each with the phone's script. */
export function sipPages(): () => Promise<Page> {
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.disconnect());
  return async () => {
    const { endpoint, url } = inject('sipBrowser');
    browser ??= puppeteer.connect({ browserWSEndpoint: endpoint });
    const page = await (await browser).newPage();
    await page.goto(url);
    return page;
  };
}
