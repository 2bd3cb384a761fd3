import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import {
  AGENT,
  type AgentWorkstation,
  openAgentWorkstation,
  PASSPHRASE,
} from '../helpers/agent-workstation.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { filesIn, seenIn } from '../helpers/profile-files.ts';
import { until } from '../helpers/until.ts';

const MATTER = '冰箱送到三天不制冷';
const NUMBER = neverHangsUp.caller.number.slice(3);
/** Short enough for a test. The field has minutes only, so its value is set. */
const AGREED_IN_MS = 5000;

describeWith(['chromium'], 'a work order, from the call to the next day', () => {
  let profile: string;
  let workstation: AgentWorkstation;
  let again: ExtensionChromium | null = null;
  let screen: PanelScreen;

  const inWorker = (chromium: ExtensionChromium, expression: string) => chromium.worker.evaluate(expression);
  /** Notifications of clocks that stand now. */
  const clocksNotified = async (chromium: ExtensionChromium) =>
    Object.keys(Object(await inWorker(chromium, 'chrome.notifications.getAll()'))).filter((id) =>
      id.startsWith('clock:'),
    );

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'sansheng-orders-'));
    workstation = await openAgentWorkstation({ profile });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    await again?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  async function orderKey(): Promise<void> {
    const { keyboard } = workstation.panel;
    await keyboard.down('Alt');
    await keyboard.down('Shift');
    await keyboard.press('KeyO');
    await keyboard.up('Shift');
    await keyboard.up('Alt');
  }

  test('one key in the call brings the form, filled in; once more opens it, and the call is back', async () => {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.writes(MATTER);
    await screen.waitUntilSaved();
    await orderKey();
    await screen.shows('.order-form__caller', `**** ${NUMBER.slice(-4)}`);
    expect(await workstation.panel.$eval('.order-form textarea', (field) => field.value)).toBe(MATTER);
    await pressChip('质量投诉');
    await pressChip('约定时间');
    await agreeIn(AGREED_IN_MS);
    await orderKey();
    await screen.appears('.call-zone');
    await screen.shows('.tab-bar__count', '1');
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
  });

  test('its clocks run in the list, and an alarm tells the end of one, with neither name nor number', async () => {
    await openOrders();
    await screen.shows('.order-page__clocks', /办结.*还有 23 小时 59 分/);
    await screen.presses('.order-page__head .button');
    await screen.shows('.order-item', /质量投诉.*冰箱送到三天不制冷/);
    await until('the end is told', async () => (await clocksNotified(workstation.chromium)).length === 1);
    await screen.shows('.clock-mark--over', '已超');
    const kept = JSON.stringify(
      await inWorker(workstation.chromium, 'chrome.storage.local.get("clock-schedule")'),
    );
    expect(kept).toContain('答复顾客');
    for (const secret of [MATTER, NUMBER]) expect(kept).not.toContain(secret);
    const files = await filesIn(profile);
    for (const secret of [MATTER, NUMBER]) expect(seenIn(files, secret), secret).toEqual([]);
  });

  test('its page says what was done, and takes what is done next', async () => {
    await screen.presses('.order-item');
    await screen.shows('.order-history', '0283 开单');
    await screen.presses('.order-act__ways .button--main');
    await screen.presses('.order-act__form .button--main');
    await screen.shows('.order-page__stage', '判断是否成立 · 热线主管');
    await screen.shows('.order-act', '您代为记录');
  });

  test('a restart of the browser keeps it, and tells nothing twice', async () => {
    await workstation.close();
    again = await launchChromium({ profile });
    screen = panelScreen(await again.openPanel());
    const panel = await again.openPanel();
    const field = await panel.waitForSelector('.lock-screen input');
    await field?.type(PASSPHRASE);
    await panel.keyboard.press('Enter');
    await screen.appears('.tab-bar');
    await openOrders();
    await screen.shows('.order-item', '判断是否成立');
    await screen.shows('.clock-mark--over', '已超');
    const chromium = again;
    await until('the clocks are handed over anew', async () =>
      JSON.stringify(await inWorker(chromium, 'chrome.storage.local.get("clock-schedule")')).includes(
        '答复顾客',
      ),
    );
    expect(await clocksNotified(chromium)).toEqual([]);
  });

  const openOrders = () => screen.presses('.tab-bar__tab:nth-child(3)');

  async function pressChip(label: string): Promise<void> {
    await workstation.panel.evaluate((word) => {
      const chips = [...document.querySelectorAll<HTMLButtonElement>('.orders-chip')];
      chips.find(({ textContent }) => textContent === word)?.click();
    }, label);
  }

  async function agreeIn(ms: number): Promise<void> {
    const field = await workstation.panel.waitForSelector('input[name="agreedAt"]');
    await field?.evaluate((input, inMs) => {
      const local = new Date(Date.now() + inMs - new Date().getTimezoneOffset() * 60_000);
      input.value = local.toISOString().slice(0, 19);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, ms);
  }
});
