import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { answerCall } from '../helpers/answer-call.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { fillIn, makeVault } from '../helpers/set-up-agent.ts';

const OTHER_PASSPHRASE = 'another agent, another phrase';

describeWith(['chromium'], 'the records of an agent', () => {
  let workstation: AgentWorkstation;
  let panel: Page;
  let screen: PanelScreen;
  let options: Page;
  /** Another window's panel, left on the page of records. */
  let beside: Page;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    panel = workstation.panel;
    screen = panelScreen(panel);
  });
  afterAll(async () => await workstation?.close());

  const clickText = async (page: Page, among: string, wanted: string) => {
    await page.waitForFunction(
      (selector, text) => {
        const all = [...document.querySelectorAll<HTMLElement>(selector)];
        const button = all.find((one) => one.textContent?.trim() === text);
        button?.click();
        return button !== undefined;
      },
      { timeout: 10_000 },
      among,
      wanted,
    );
  };
  const undo = async () => {
    await panel.keyboard.down('Control');
    await panel.keyboard.press('z');
    await panel.keyboard.up('Control');
  };

  test('a step is taken back after the panel was closed and opened', async () => {
    const call = await answerCall(workstation, screen);
    await screen.writes('冰箱不制冷');
    await screen.waitUntilSaved();
    await workstation.chromium.closePanel();
    panel = await workstation.chromium.openPanel();
    screen = panelScreen(panel);
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === '冰箱不制冷');
    await screen.focuses('textarea');
    await undo();
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === '');
    await panel.keyboard.down('Shift');
    await undo();
    await panel.keyboard.up('Shift');
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === '冰箱不制冷');
    await call.hangUp();
    await screen.appears('.wrap-up-form');
  });

  test('a full disk is said where one types: the text stays, can be copied, and is kept once there is room', async () => {
    await panel.evaluate(`
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };
      globalThis.freeSpace = () => { IDBObjectStore.prototype.put = put; };
    `);
    await screen.focuses('textarea');
    await panel.keyboard.press('End');
    await panel.keyboard.type('，要换货');
    await screen.shows('.saved-mark--failed', '磁盘满');
    expect(await screen.note()).toBe('冰箱不制冷，要换货');
    await screen.shows('.saved-mark--failed', '复制');
    await panel.evaluate('freeSpace()');
    await clickText(panel, '.saved-mark--failed button', '再存一次');
    await screen.waitUntilSaved();
    expect(await screen.note()).toBe('冰箱不制冷，要换货');
  });

  test('the wrap-up says what kind of contact it was', async () => {
    await clickText(panel, '.category-choice button', '投诉');
    await panel.type('.tag-field input', '换货 ');
    await panel.type('.contact-number input', '13900009999');
    await screen.waitUntilSaved();
    await screen.shows('.tag-field__tag', '换货');
    await screen.finishes();
  });

  test('a note without a call is written, found, and masked until it is asked for', async () => {
    beside = await workstation.chromium.openPage('sidepanel.html');
    await clickText(beside, '.tab-bar__tab', '记录');
    await panelScreen(beside).shows('.records__rows', '冰箱不制冷');
    await clickText(panel, '.tab-bar__tab', '记录');
    await screen.shows('.records__rows', '冰箱不制冷');
    await clickText(panel, '.records__tools button', '新记录');
    await screen.writes('到店问保修，电话13900007777');
    await screen.waitUntilSaved();
    await panelScreen(beside).shows('.records__rows', '139••••7777');
    await clickText(panel, '.records__tools button', '返回');
    await panel.type('.records__search input', '保修');
    await screen.shows('.records__rows', '139••••7777');
    await screen.presses('.records__row');
    await screen.shows('.records__read', '139••••7777');
    await clickText(panel, '.records__tools button', '显示完整内容');
    await panel.waitForFunction(() => document.querySelector('textarea')?.value.includes('13900007777'));
    await clickText(panel, '.records__tools button', '返回');
  });

  test('a new note in which nothing was written leaves nothing', async () => {
    await clickText(panel, '.records__tools button', '新记录');
    await screen.appears('textarea');
    await clickText(panel, '.records__tools button', '返回');
    await panel.$eval('.records__search input', (field) => {
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await screen.shows('.records__rows', '冰箱不制冷');
    expect(await panel.$$('.records__row')).toHaveLength(2);
  });

  test('the same number is known at its next ring, with what the last contact was about', async () => {
    const call = await answerCall(workstation, screen);
    await screen.shows('.call-card__history', '投诉');
    await call.hangUp();
    await screen.appears('.wrap-up-form');
  });

  test('what was done is accounted for, and a number is deleted with all that belongs to it', async () => {
    const open = panelScreen(beside);
    // The call took both panels to its page.
    await clickText(beside, '.tab-bar__tab', '记录');
    await beside.waitForFunction(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('.records__row')];
      const row = rows.find(({ textContent }) => textContent?.includes('冰箱不制冷'));
      row?.click();
      return row !== undefined;
    });
    await open.shows('.records__read', '冰箱不制冷');
    options = await workstation.chromium.openPage('options.html');
    const page = panelScreen(options);
    await page.shows('.keeping__accounted', '查看一条记录的完整内容');
    await page.shows('.keeping__storage', '不会自行清除');
    await options.type('input[name="eraseNumber"]', '139 0000 8901');
    await options.type('input[name="eraseWord"]', '删除');
    await page.presses('.keeping__erase');
    // The other one is still being wrapped up, and goes when that is finished.
    await page.shows('.keeping', /已删除 1 条记录、1 通电话.*还有 1 通电话/);
    await screen.appears('.wrap-up-form');
    await screen.finishes();
    // Nobody has to leave the page of a note for it to go.
    await open.gone('.records__read');
    await open.shows('.records__rows', '保修');
    await beside.close();
    await clickText(panel, '.tab-bar__tab', '记录');
    await screen.shows('.records__rows', '保修');
    await panel.waitForFunction(() => document.querySelectorAll('.records__row').length === 1);
  });

  test('another agent of the computer reads none of it, and the first one all of it again', async () => {
    const page = panelScreen(options);
    await clickText(options, '.agents__more button', '添加坐席');
    await fillIn(options, 'newAgentNumber', '0311');
    await makeVault(options, OTHER_PASSPHRASE);
    await page.shows('.agents__list', /0311\s*正在使用/);
    await options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="agentNumber"]')?.value === '0311',
    );

    expect(await screen.text('body')).not.toContain('保修');

    await clickText(options, '.agents__list button', '换成这位');
    await page.appears('input[name="unlock"]');
    await options.type('input[name="unlock"]', PASSPHRASE);
    await options.keyboard.press('Enter');
    await page.shows('.agents__list', /0283\s*正在使用/);
    await options.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="agentNumber"]')?.value === '0283',
    );
    await screen.shows('.status-line', '可接听');
    await clickText(panel, '.tab-bar__tab', '记录');
    await screen.shows('.records__rows', '保修');
  });
});
