import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { until } from '../helpers/until.ts';

const SILENT = '#/scripts/situations/silent-caller';

describeWith(['chromium'], 'the pack editor of the lead’s desk', () => {
  let chromium: ExtensionChromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await launchChromium();
    page = await chromium.openPage(`lead.html${SILENT}`);
    await page.setViewport({ width: 1440, height: 900 });
    await previewShows('您好，请问有什么可以帮您');
    // A fresh profile opens a page of its own, and a hidden tab is not drawn.
    await until('the desk is in front', async () => {
      await page.bringToFront();
      return await page.evaluate(() => !document.hidden);
    });
  });
  afterAll(async () => await chromium?.close());

  /** The text of the preview's panel, in its iframe. */
  const preview = () =>
    page.evaluate(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('#app')?.textContent ?? '',
    );
  const previewShows = (text: string) =>
    until(`the preview shows ${text}`, async () => (await preview()).includes(text));
  const place = (path: string) => `[data-place="${path}"]`;
  const shows = (selector: string, text: string) =>
    page.waitForFunction(
      (where, what) => document.querySelector(where)?.textContent?.includes(what),
      {},
      selector,
      text,
    );
  const value = (path: string) => page.$eval(place(path), (field) => ('value' in field ? field.value : null));
  const pathOf = (rest: string) =>
    page.evaluate(
      (end) =>
        [...document.querySelectorAll<HTMLElement>('[data-place]')].find(({ dataset }) =>
          dataset['place']?.endsWith(end),
        )?.dataset['place'] ?? '',
      rest,
    );

  async function write(path: string, text: string): Promise<void> {
    await page.click(place(path), { count: 3 });
    await page.keyboard.type(text);
  }

  test('a wait that is edited is the wait that the agent gets', async () => {
    await write(await pathOf('steps.0.wait.seconds'), '7');
    await previewShows('7 秒');
    await page.waitForSelector('.draft-bar__state--saved');
    await shows('.item-list [aria-current]', '已改');
  });

  test('the preview follows to the step that is worked in, and can be pressed', async () => {
    await page.focus(place(await pathOf('steps.2.text.zh-CN')));
    await previewShows('电话已经接通，请讲');
    await page.evaluate(() =>
      document
        .querySelector('iframe')
        ?.contentDocument?.querySelector<HTMLElement>('.script-advance .button--main')
        ?.click(),
    );
    await previewShows('仍无声音');
  });

  test('a wait of no time is told at its place, in the list, and a press leads to the field', async () => {
    const seconds = await pathOf('steps.0.wait.seconds');
    // Another field in between: further typing in one field is one undo step.
    await write(await pathOf('steps.1.wait.seconds'), '6');
    await write(seconds, '0');
    await shows('.problem-list', '1 处要改');
    await shows(`.lead-field:has(${place(seconds)})`, '须为 1–120 秒');
    await shows('.preview-pane__stale', '最后一次正确');
    await page.evaluate(() => {
      location.hash = '#/scripts/settings';
    });
    await page.waitForSelector(place('settings.ringLimit'));
    await page.click('.problem-list summary');
    await page.click('.problem-list button');
    await page.waitForFunction((where) => document.activeElement?.matches(where), {}, place(seconds));
    expect(await axeFindings(page)).toEqual([]);
  });

  test('Ctrl+Z takes it back, and a reload keeps the draft', async () => {
    const seconds = await pathOf('steps.0.wait.seconds');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyZ');
    await page.keyboard.up('Control');
    await shows('.problem-list', '没有要改的');
    expect(await value(seconds)).toBe('7');
    await page.waitForSelector('.draft-bar__state--saved');
    await page.reload();
    await page.waitForSelector(place(seconds));
    expect(await value(seconds)).toBe('7');
  });

  test('by keyboard alone a step moves up, keeps the focus, and goes', async () => {
    const third = await pathOf('steps.2.text.zh-CN');
    const second = await pathOf('steps.1.text.zh-CN');
    const said = await value(third);
    await page.focus(place(third));
    await press('ArrowUp');
    await page.waitForFunction((where) => document.activeElement?.matches(where), {}, place(second));
    expect(await value(second)).toBe(said);
    await press('ArrowDown');
    await page.waitForFunction((where) => document.activeElement?.matches(where), {}, place(third));
    const before = (await page.$$('.step-verb')).length;
    await page.focus(`[data-place$="steps.2.remove"]`);
    await page.keyboard.press('Enter');
    await until('the step is gone', async () => (await page.$$('.step-verb')).length === before - 1);
  });

  async function press(arrow: 'ArrowUp' | 'ArrowDown'): Promise<void> {
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press(arrow);
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
  }

  test('a clock of a work order is set in a form, and what is wrong leads into the folded kind', async () => {
    const clock = 'workOrders.kinds.0.stages.0.within.count';
    await goTo('#/scripts/workOrders');
    await page.waitForSelector(`${place('workOrders.kinds.0')} summary`);
    await page.click(`${place('workOrders.kinds.0')} summary`);
    await write(clock, '0');
    await shows('.problem-list', '1 处要改');
    await shows(`.lead-field:has(${place(clock)})`, '须为 1–1440 分钟');
    await goTo('#/scripts/calendar');
    await page.click('.problem-list summary');
    await page.click('.problem-list button');
    await page.waitForFunction((where) => document.activeElement?.matches(where), {}, place(clock));
    await page.click('.draft-bar ::-p-text(撤销)');
    await shows('.problem-list', '没有要改的');
  });

  test('a shifted working day is added to the calendar, and is wrong until it has a date', async () => {
    await goTo('#/scripts/calendar');
    await page.waitForSelector(place('calendar.shifted'));
    const count = await page.$$eval('[data-place^="calendar.shifted."][type="date"]', (days) => days.length);
    const day = `calendar.shifted.${count}.day`;
    await page.click(`${place('calendar.shifted')} > .edit-list__add button`);
    await shows('.problem-list', '1 处要改');
    await page.waitForFunction((where) => document.activeElement?.matches(where), {}, place(day));
    await page.$eval(place(day), (field) => {
      if (!(field instanceof HTMLInputElement)) return;
      field.value = '2027-02-20';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await shows('.problem-list', '没有要改的');
    // gallery-axe.test.ts checks each of them with axe.
    for (const section of ['courtesy', 'festivals', 'workOrders', 'calendar', 'shift']) {
      await goTo(`#/scripts/${section}`);
      await page.waitForSelector(`[data-place^="${section}."]`);
    }
    await page.click('.draft-bar ::-p-text(撤销)');
    await page.click('.draft-bar ::-p-text(撤销)');
    await goTo(SILENT);
    await page.waitForSelector(place(await pathOf('steps.0.wait.seconds')));
  });

  const goTo = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);

  test('a hostile file changes nothing and says why; an exported one brings the pack back', async () => {
    const draft = await value(await pathOf('steps.0.wait.seconds'));
    await choose('tests/helpers/silence.wav');
    await shows('.draft-bar__notice--refused', '没有导入');
    expect(await value(await pathOf('steps.0.wait.seconds'))).toBe(draft);

    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: chromium.profile,
    });
    await press('ArrowUp');
    await page.click('.draft-bar ::-p-text(导出)');
    await shows('.draft-bar__notice', '已导出');
    const file = join(chromium.profile, 'sansheng-standard-1.0.0.yaml');
    await until('the file is there', async () =>
      readFile(file, 'utf8').then(
        (text) => text.includes('seconds: 7'),
        () => false,
      ),
    );
    await page.click('.draft-bar ::-p-text(放弃草稿)');
    await page.click('.draft-bar ::-p-text(再按一次)');
    await shows('.draft-bar__state', '与正在使用的一致');
    expect(await value(await pathOf('steps.0.wait.seconds'))).toBe('5');
    await choose(file);
    await shows('.draft-bar__notice', '已导入');
    expect(await value(await pathOf('steps.0.wait.seconds'))).toBe('7');
  });

  async function choose(file: string): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForFileChooser(),
      page.click('.draft-bar ::-p-text(导入)'),
    ]);
    await chooser.accept([file]);
  }
});
