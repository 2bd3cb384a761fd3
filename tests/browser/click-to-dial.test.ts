import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { numberPage, ON_PAGE, serveNumbers } from '../helpers/number-page.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { permittedExtension } from '../helpers/permitted-extension.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

const CALLEES = Object.fromEntries(
  Object.values(ON_PAGE).map((number) => [
    number,
    { does: 'answer', afterMs: 100, says: 'callee-greeting' } as const,
  ]),
);

const SCRIPTS = 'chrome.scripting?.getRegisteredContentScripts() ?? []';

describeWith(['chromium'], 'numbers on pages', () => {
  let numbers: { readonly url: string; close(): void };
  beforeAll(async () => {
    numbers = await serveNumbers();
  });
  afterAll(() => numbers?.close());

  test('as it is shipped, the extension may read no page, and asks for leave only when it is turned on', async () => {
    const chromium = await launchChromium();
    try {
      const options = await chromium.openPage('options.html');
      const allowed =
        'chrome.permissions.getAll().then(({ origins, permissions }) => [...origins, ...permissions])';
      const before = await options.evaluate(allowed);
      expect(before).not.toContain('scripting');
      expect(String(before)).not.toContain('://');
      // A driver cannot press the browser's prompt: it stays open.
      await (await options.waitForSelector('input[name="clickToDial"]'))?.click();
      expect(await options.evaluate(allowed)).toEqual(before);
      expect(await options.evaluate("chrome.storage.local.get('click-to-dial')")).toEqual({});

      const page = await chromium.browser.newPage();
      await page.goto(numbers.url);
      await page.bringToFront();
      await numberPage(page).selects('#text');
      expect(await numberPage(page).hasButton()).toBe(false);
    } finally {
      await chromium.close();
    }
  });

  describe('turned on', () => {
    let workstation: AgentWorkstation;
    let screen: PanelScreen;
    let page: Page;
    let crm: ReturnType<typeof numberPage>;
    let extension: { path: string; remove(): Promise<void> };
    const zone = process.env['TZ'];

    beforeAll(async () => {
      process.env['TZ'] = zoneWhereItIsTen();
      extension = await permittedExtension();
      workstation = await openAgentWorkstation({ extension: extension.path, callees: CALLEES });
      screen = panelScreen(workstation.panel);
      page = await workstation.chromium.browser.newPage();
      crm = numberPage(page);
    });
    afterAll(async () => {
      await workstation?.close();
      await extension?.remove();
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    beforeEach(async () => {
      await page.goto(numbers.url);
      await page.bringToFront();
    });

    const isRequested = (number: string) =>
      screen.shows('.dial-request', new RegExp(`${number.replace('+', '\\+')}[^\\d].*127\\.0\\.0\\.1`));
    const drop = async () => {
      await screen.presses('.dial-request > .button:not(.button--main)');
      await screen.gone('.dial-request');
    };
    const dialAndHangUp = async (number: string) => {
      expect(workstation.exchange.calls()).toEqual([]);
      const ringing = workstation.exchange.waitForCallTo(number);
      await screen.presses('.dial-request .button--main');
      const call = await ringing;
      await call.until('answered');
      await screen.shows('.call-controls', '静音');
      await call.hangUp();
      await screen.appears('.wrap-up-form');
      await screen.finishes();
    };

    test('it is off until the agent turns it on, even where pages may be read', async () => {
      expect(await workstation.chromium.worker.evaluate(SCRIPTS)).toEqual([]);
      await crm.selects('#text');
      expect(await crm.hasButton()).toBe(false);
      const options = await workstation.chromium.openPage('options.html');
      await (await options.waitForSelector('input[name="clickToDial"]'))?.click();
      await options.waitForFunction(
        () => document.querySelector<HTMLInputElement>('input[name="clickToDial"]')?.checked === true,
      );
      await options.close();
    });

    test('a link is dialled after a yes in the panel; one that the page presses itself is not', async () => {
      await page.evaluate(() => document.querySelector('a')?.click());
      expect(await screen.isThere('.dial-request')).toBe(false);
      await page.click('#link');
      await isRequested(ON_PAGE.link);
      await dialAndHangUp(ON_PAGE.link);
    });

    test('a page neither restyles the button nor makes it say another number', async () => {
      await page.addStyleTag({
        content:
          'div { zoom: 9 !important; opacity: 0 !important; width: 100vw !important; inset: 0 !important }',
      });
      await crm.selects('#text');
      const box = await (await crm.buttonAppears())?.boundingBox();
      expect(box?.width).toBeLessThan(300);
      await crm.pressesButton();
      await isRequested(ON_PAGE.text);
      await drop();
    });

    test.each<[string, () => void]>([
      [
        'moves it',
        () => void document.querySelector<HTMLElement>('[popover]')?.style.setProperty('top', '0'),
      ],
      ['hides it', () => document.querySelector('[popover]')?.setAttribute('hidden', '')],
      ['enlarges everything', () => document.documentElement.style.setProperty('zoom', '3')],
      [
        'lays something over it that lets presses through',
        () => {
          const cover = Object.assign(document.createElement('p'), { popover: 'manual' });
          cover.style.cssText = 'inset:0;width:100vw;height:100vh;pointer-events:none';
          document.body.append(cover);
          cover.showPopover();
        },
      ],
    ])('a press counts for nothing once a page %s', async (_, meddle) => {
      // Enlarged, it would lie where the button was.
      await page.evaluate(() => document.querySelector('#link')?.remove());
      await crm.selects('#text');
      const box = await (await crm.buttonAppears())?.boundingBox();
      if (box === null || box === undefined) throw new Error('no button');
      await page.evaluate(meddle);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      expect(await screen.isThere('.dial-request')).toBe(false);
    });

    test('a selected number is dialled by the mouse; the page notices nothing of the press', async () => {
      await crm.selects('#words');
      expect(await crm.hasButton()).toBe(false);
      await crm.selects('#text');
      await crm.buttonAppears();
      await crm.noticed();
      await crm.pressesButton();
      await isRequested(ON_PAGE.text);
      expect(await crm.noticed()).toEqual([]);
      expect(await crm.selection()).toBe('139 0000 8903');
      expect(await crm.hasButton()).toBe(false);
      await dialAndHangUp(ON_PAGE.text);
    });

    test('and by keys alone: Tab goes to the button, Escape and Tab back to the place in the page', async () => {
      await crm.selectsByKeys('#text');
      await crm.buttonAppears();
      await page.keyboard.press('Tab');
      expect(await crm.buttonHasFocus()).toBe(true);
      await page.keyboard.press('Escape');
      await crm.buttonGoes();
      await page.keyboard.press('Tab');
      expect(await crm.focused()).toBe('next');

      await crm.selectsByKeys('#text');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await crm.buttonGoes();
      expect(await crm.focused()).toBe('next');

      await crm.selectsByKeys('#text');
      await page.keyboard.press('Tab');
      await crm.noticed();
      await page.keyboard.press('Enter');
      await isRequested(ON_PAGE.text);
      // The button is gone before the key is up again.
      expect(await crm.noticed()).toEqual(['keyup body']);
      expect(await crm.hasButton()).toBe(false);
      await dialAndHangUp(ON_PAGE.text);
    });

    test('one in a field too, where Tab goes to the next field as ever', async () => {
      await crm.selects('#field');
      await crm.buttonAppears();
      await page.keyboard.press('Tab');
      expect(await crm.focused()).toBe('after');
      await crm.buttonGoes();
      await crm.selects('#field');
      await crm.pressesButton();
      await isRequested(ON_PAGE.field);
      await drop();
    });

    test('one in a modal dialog, which lets nothing outside of it be pressed', async () => {
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await crm.selects('#in-dialog');
      await crm.pressesButton();
      await isRequested(ON_PAGE.dialog);
      await drop();
    });

    test('the button stays beside its number when the page scrolls, and goes with the selection', async () => {
      await crm.selects('#text');
      const button = await crm.buttonAppears();
      const before = await button?.boundingBox();
      await page.mouse.wheel({ deltaY: 20 });
      await page.waitForFunction(() => scrollY === 20);
      await page.waitForFunction(
        (top) => document.querySelector('[popover]')?.getBoundingClientRect().top === top,
        {},
        (before?.y ?? 0) - 20,
      );
      await page.click('#text');
      await crm.buttonGoes();
    });

    test('a press opens the panel where it is closed, with the number in it', async () => {
      await workstation.chromium.closePanel();
      await crm.selects('#text');
      await crm.pressesButton();
      const address = workstation.chromium.url('sidepanel.html');
      const opened = await workstation.chromium.browser.waitForTarget((target) =>
        target.url().startsWith(address),
      );
      screen = panelScreen(await opened.asPage());
      await isRequested(ON_PAGE.text);
      await drop();
    });
  });
});
