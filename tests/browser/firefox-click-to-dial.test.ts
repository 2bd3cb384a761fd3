import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerPageReading } from '../helpers/firefox-prompt.ts';
import { type FirefoxWorkstation, openFirefoxWorkstation } from '../helpers/firefox-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { numberPage, ON_PAGE, serveNumbers } from '../helpers/number-page.ts';
import { until } from '../helpers/until.ts';

describeWith(['firefox-esr'], 'numbers on pages in Firefox', () => {
  let workstation: FirefoxWorkstation;
  let numbers: { readonly url: string; close(): void };
  let page: Page;
  let crm: ReturnType<typeof numberPage>;

  beforeAll(async () => {
    numbers = await serveNumbers();
    workstation = await openFirefoxWorkstation();
    page = await workstation.firefox.browser.newPage();
    crm = numberPage(page);
  });
  afterAll(async () => {
    await workstation?.close();
    numbers?.close();
  });
  beforeEach(async () => {
    await page.goto(numbers.url);
    await page.bringToFront();
  });

  const isRequested = (number: string) =>
    workstation.sidebar.shows(
      '.dial-request',
      new RegExp(`${number.replace('+', '\\+')}[^\\d].*127\\.0\\.0\\.1`),
    );
  const drop = async () => {
    await workstation.sidebar.click('.dial-request > .button:not(.button--main)');
    await workstation.sidebar.waitFor(`document.querySelector('.dial-request') === null`);
  };
  const switchOn = async () => {
    await workstation.options.bringToFront();
    await workstation.options.click('input[name="clickToDial"]');
  };
  const mayRead = () =>
    workstation.options.evaluate(`browser.permissions.contains({ origins: ['http://*/*'] })`);

  test('Firefox asks before a page is read; denied, nothing is', async () => {
    expect(await mayRead()).toBe(false);
    await switchOn();
    await answerPageReading(workstation.firefox.browser, 'deny');
    await workstation.options.waitForFunction(() => document.body.textContent?.includes('浏览器没有允许'));
    expect(await mayRead()).toBe(false);
    await page.bringToFront();
    await page.reload();
    await crm.selects('#text');
    expect(await crm.hasButton()).toBe(false);
  });

  test('allowed, a pressed link comes to the sidebar', async () => {
    await switchOn();
    await answerPageReading(workstation.firefox.browser, 'allow');
    await workstation.options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="clickToDial"]')?.checked === true,
    );
    expect(await mayRead()).toBe(true);
    await page.reload();
    await page.bringToFront();
    await page.click('#link');
    await isRequested(ON_PAGE.link);
    await drop();
  });

  test('a selected number too: by mouse, by keys, in a field', async () => {
    await crm.selects('#text');
    await crm.buttonAppears();
    await crm.noticed();
    await crm.pressesButton();
    await isRequested(ON_PAGE.text);
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
    await isRequested(ON_PAGE.text);
    await drop();

    await crm.selects('#field');
    await crm.pressesButton();
    await isRequested(ON_PAGE.field);
    await drop();
  });

  test('and one in a modal dialog, which lets nothing outside of it be pressed', async () => {
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await crm.selects('#in-dialog');
    await crm.pressesButton();
    await isRequested(ON_PAGE.dialog);
    await drop();
  });

  test('with the sidebar closed, the panel comes as a window, because Firefox opens none for a page', async () => {
    await workstation.options.bringToFront();
    await workstation.sidebar.close();
    await page.bringToFront();
    await page.click('#link');
    const panels = `browser.extension.getViews({ type: 'tab' }).filter(({ location }) => location.pathname === '/sidepanel.html')`;
    await until(
      'the panel is a window',
      async () => (await workstation.options.evaluate(`${panels}.length`)) === 1,
    );
    await workstation.options.waitForFunction(
      `${panels}[0].document.querySelector('.dial-request') !== null`,
    );
  });
});
