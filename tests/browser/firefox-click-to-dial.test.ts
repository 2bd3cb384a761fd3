import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FirefoxDesk, openFirefoxDesk } from '../helpers/firefox-desk.ts';
import { answerPageReading } from '../helpers/firefox-prompt.ts';
import { describeWith } from '../helpers/need-program.ts';
import { numberPage, ON_PAGE, serveNumbers } from '../helpers/number-page.ts';
import { until } from '../helpers/until.ts';

describeWith(['firefox-esr'], 'numbers on pages in Firefox', () => {
  let desk: FirefoxDesk;
  let numbers: { readonly url: string; close(): void };
  let page: Page;
  let crm: ReturnType<typeof numberPage>;

  beforeAll(async () => {
    numbers = await serveNumbers();
    desk = await openFirefoxDesk();
    page = await desk.firefox.browser.newPage();
    crm = numberPage(page);
  });
  afterAll(async () => {
    await desk?.close();
    numbers?.close();
  });
  beforeEach(async () => {
    await page.goto(numbers.url);
    await page.bringToFront();
  });

  const isWished = (number: string) =>
    desk.sidebar.shows('.dial-wish', new RegExp(`139 \\*\\*\\*\\* ${number.slice(-4)}.*127\\.0\\.0\\.1`));
  const drop = async () => {
    await desk.sidebar.click('.dial-wish > .button:not(.button--main)');
    await desk.sidebar.waitFor(`document.querySelector('.dial-wish') === null`);
  };
  const turnOn = async () => {
    await desk.options.bringToFront();
    await desk.options.click('input[name="clickToDial"]');
  };
  const mayRead = () => desk.options.evaluate(`browser.permissions.contains({ origins: ['http://*/*'] })`);

  test('Firefox asks before a page is read; denied, nothing is', async () => {
    expect(await mayRead()).toBe(false);
    await turnOn();
    await answerPageReading(desk.firefox.browser, 'deny');
    await desk.options.waitForFunction(() => document.body.textContent?.includes('浏览器没有允许'));
    expect(await mayRead()).toBe(false);
    await page.bringToFront();
    await page.reload();
    await crm.selects('#text');
    expect(await crm.hasButton()).toBe(false);
  });

  test('allowed, a pressed link comes to the sidebar', async () => {
    await turnOn();
    await answerPageReading(desk.firefox.browser, 'allow');
    await desk.options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="clickToDial"]')?.checked === true,
    );
    expect(await mayRead()).toBe(true);
    await page.reload();
    await page.bringToFront();
    await page.click('#link');
    await isWished(ON_PAGE.link);
    await drop();
  });

  test('a selected number too: by mouse, by keys, in a field', async () => {
    await crm.selects('#text');
    await crm.buttonAppears();
    await crm.noticed();
    await crm.pressesButton();
    await isWished(ON_PAGE.text);
    expect(await crm.noticed()).toEqual([]);
    expect(await crm.selection()).toBe('139 0000 8903');
    await drop();

    await crm.selectsByKeys('#text');
    await page.keyboard.press('Tab');
    expect(await crm.buttonHasFocus()).toBe(true);
    await page.keyboard.press('Escape');
    await crm.buttonGoes();
    await page.keyboard.press('Tab');
    expect(await crm.focused()).toBe('next');
    await crm.selectsByKeys('#text');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isWished(ON_PAGE.text);
    await drop();

    await crm.selects('#field');
    await crm.pressesButton();
    await isWished(ON_PAGE.field);
    await drop();
  });

  test('and one in a modal dialog, which lets nothing outside of it be pressed', async () => {
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await crm.selects('#in-dialog');
    await crm.pressesButton();
    await isWished(ON_PAGE.dialog);
    await drop();
  });

  test('with the sidebar closed, the panel comes as a window, because Firefox opens none for a page', async () => {
    await desk.options.bringToFront();
    await desk.sidebar.close();
    await page.bringToFront();
    await page.click('#link');
    const panels = `browser.extension.getViews({ type: 'tab' }).filter(({ location }) => location.pathname === '/sidepanel.html')`;
    await until('the panel is a window', async () => (await desk.options.evaluate(`${panels}.length`)) === 1);
    await desk.options.waitForFunction(`${panels}[0].document.querySelector('.dial-wish') !== null`);
  });
});
