import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { faultyExtension, REPAIR_STORE, STORE_FAILS, STORE_HANGS } from '../helpers/faulty-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';

const PAGES = ['sidepanel', 'options', 'lead', 'figures', 'handover', 'paper'].map((name) => `${name}.html`);

describeWith(['chromium'], 'a page that cannot open its store', () => {
  let extension: Awaited<ReturnType<typeof faultyExtension>>;
  let chromium: ExtensionChromium;

  beforeAll(async () => {
    extension = await faultyExtension(PAGES.map((where) => ({ where, script: STORE_FAILS })));
    chromium = await launchChromium({ extension: extension.path });
    // It opens at installation, in front: a page behind it draws nothing.
    await chromium.browser.waitForTarget((target) => target.url() === chromium.url('options.html'));
  });
  afterAll(async () => {
    await chromium.close();
    await extension.remove();
  });

  test.each(PAGES)('%s says what is wrong and what to do, and a note can be kept', async (name) => {
    const page = await chromium.openPage(name);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForSelector('.page-trouble');
    expect(await page.$eval('[role=alert]', (alert) => alert.textContent)).toMatch(
      /本机的记录库读不了.*会自己再试/s,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeFindings(page)).toEqual([]);

    await page.evaluate(() => {
      Reflect.set(window, 'kept', []);
      navigator.clipboard.writeText = async (text) => void Reflect.get(window, 'kept').push(text);
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) void blob.text().then((text) => Reflect.get(window, 'kept').push(text));
        return '#';
      };
    });
    await page.type('textarea', '王女士 明天回电');
    await page.locator('button ::-p-text(再试一次)').setWaitForStableBoundingBox(false).click();
    await page.waitForSelector('.page-trouble__warning');
    await page.locator('button ::-p-text(存成文件)').setWaitForStableBoundingBox(false).click();
    await page.locator('button ::-p-text(复制)').setWaitForStableBoundingBox(false).click();
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '已复制');
    await page.waitForFunction(() => Reflect.get(window, 'kept').length === 2);
    expect(await page.evaluate(() => Reflect.get(window, 'kept'))).toEqual([
      '王女士 明天回电',
      '王女士 明天回电',
    ]);
    await page.close();
  });

  test('opens by itself when the store is back, but not over what somebody writes', async () => {
    const idle = await chromium.openPage('options.html');
    const writing = await chromium.openPage('figures.html');
    await writing.waitForSelector('.page-trouble');
    await writing.type('textarea', '还没存');
    await idle.waitForSelector('.page-trouble');
    await idle.evaluate(REPAIR_STORE);
    await idle.waitForSelector('.options', { timeout: 60_000 });
    await writing.bringToFront();
    // A query by text may remember what the button said before.
    await panelScreen(writing).shows('.button--main', '打开三声', 60_000);
    expect(await writing.$eval('textarea', (field) => field.value)).toBe('还没存');
    await writing.locator('button ::-p-text(复制)').setWaitForStableBoundingBox(false).click();
    await writing.locator('.button--main').setWaitForStableBoundingBox(false).click();
    await writing.waitForSelector('.figures', { timeout: 60_000 });
    await idle.evaluate(() => localStorage.removeItem('faults'));
  });
});

describeWith(['chromium'], 'a page whose store never answers', () => {
  // Both wait for the same limit.
  describe.concurrent.each([
    ['en', 'do not answer'],
    ['zh-TW', '沒有回應'],
  ])('in %s', (language, words) => {
    test('says so within the limit', async ({ expect }) => {
      const extension = await faultyExtension([{ where: 'sidepanel.html', script: STORE_HANGS }]);
      const chromium = await launchChromium({ extension: extension.path, language });
      const page = await chromium.openPage('sidepanel.html');
      await page.waitForSelector('.page-opening');
      await page.waitForSelector('.page-trouble', { timeout: 40_000 });
      expect(await page.$eval('h1', (title) => title.textContent)).toContain(words);
      await chromium.close();
      await extension.remove();
    });
  });
});
