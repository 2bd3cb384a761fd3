import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

const NUMBERS = { first: '13900008907', second: '13900008908' } as const;
const MATTER = '净水器漏水';
/** Long enough to fill in the form, short enough to wait. */
const DUE_IN_MS = 10_000;
/** The background checks every half minute, without relying on its alarms. */
const CHECK_MS = 60_000;

describeWith(['chromium'], 'call-backs and clocks that come due', () => {
  let profile: string;
  let workstation: AgentWorkstation;
  let again: ExtensionChromium | null = null;
  const zone = process.env['TZ'];

  beforeAll(async () => {
    process.env['TZ'] = zoneWhereItIsTen();
    profile = await mkdtemp(join(tmpdir(), 'sansheng-clocks-'));
    workstation = await openAgentWorkstation({ profile });
  });
  afterAll(async () => {
    await workstation?.close();
    await again?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  /** Notifications of clocks that stand now. */
  const shown = async (chromium: ExtensionChromium) =>
    Object.keys(Object(await chromium.worker.evaluate('chrome.notifications.getAll()'))).filter((id) =>
      id.startsWith('clock:'),
    );
  const notified = async (chromium: ExtensionChromium) =>
    JSON.stringify(
      await chromium.worker.evaluate('chrome.storage.local.get(["clock-notified", "clock-schedule"])'),
    );

  const badge = async (chromium: ExtensionChromium) =>
    String(await chromium.worker.evaluate('chrome.action.getBadgeText({})'));

  /** Plans a call-back at the customer's time; returns that time. */
  async function plan(number: string): Promise<number> {
    const screen = panelScreen(workstation.panel);
    const type = async (selector: string, text: string) => {
      await screen.appears(selector);
      await screen.focuses(selector);
      await workstation.panel.keyboard.type(text);
    };
    await screen.presses('.tab-bar__tab:nth-of-type(4)');
    await screen.presses('.call-backs > .button');
    await type('input[name="number"]', number);
    await type('input[name="matter"]', MATTER);
    await screen.presses('input[name="agreed"]');
    const dueAt = Date.now() + DUE_IN_MS;
    const field = await workstation.panel.waitForSelector('.time-choice input');
    // The field itself knows no more than minutes.
    await field?.evaluate((input, at) => {
      const local = new Date(at - new Date().getTimezoneOffset() * 60_000);
      input.value = local.toISOString().slice(0, 19);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, dueAt);
    await screen.presses('.plan-form .button--main:not([disabled])');
    await screen.shows('.call-back-item', number.slice(-4));
    return dueAt;
  }

  test('a call-back whose time comes is notified with the panel closed, with neither name nor number', async () => {
    await plan(NUMBERS.first);
    expect(await shown(workstation.chromium)).toEqual([]);
    await workstation.chromium.closePanel();
    await until(
      'its time is notified',
      async () => (await shown(workstation.chromium)).length === 1,
      CHECK_MS,
    );
    const kept = await notified(workstation.chromium);
    expect(kept).toContain('warned');
    for (const secret of [MATTER, NUMBERS.first]) expect(kept).not.toContain(secret);

    const panel = await workstation.chromium.openPanel();
    const screen = panelScreen(panel);
    await screen.shows('.tab-bar__tab:nth-of-type(4)', '1');
    await screen.presses('.tab-bar__tab:nth-of-type(4)');
    await screen.shows('.call-back-item', '该打了');
  });

  test('what comes due while the browser is closed is notified when it starts, before anybody unlocks', async () => {
    workstation = { ...workstation, panel: await workstation.chromium.openPanel() };
    const dueAt = await plan(NUMBERS.second);
    const options = await workstation.chromium.openPage('options.html');
    const order = { id: 'order 1', order: 'order', label: '质量投诉 · 答复顾客', warnAt: dueAt - 1, dueAt };
    await options.evaluate((clock) => {
      const request = { to: 'background', kind: 'schedule-clocks', clocks: [clock], complete: false };
      return Reflect.get(window, 'chrome').runtime.sendMessage(request);
    }, order);
    await until('both are kept', async () => (await notified(workstation.chromium)).includes(order.label));
    expect(Date.now()).toBeLessThan(dueAt);
    await workstation.close();
    await until('their time is over', () => Date.now() > dueAt);

    again = await launchChromium({ profile });
    const chromium = again;
    await until('both are notified', async () => (await shown(chromium)).length === 2, CHECK_MS);
    expect(await notified(chromium)).toContain('"order 1":"over"');
    // The order is urgent, the call-back is not: the badge still counts the order after its
    // notification is gone.
    await until('the badge counts it', async () => /1$/.test(await badge(chromium)));

    const panel = await chromium.openPanel();
    const field = await panel.waitForSelector('.lock-screen input');
    await field?.type(PASSPHRASE);
    await panel.keyboard.press('Enter');
    const screen = panelScreen(panel);
    await screen.shows('.tab-bar__tab:nth-of-type(4)', '2');
    await screen.presses('.tab-bar__tab:nth-of-type(4)');
    await screen.shows('.call-back-item', new RegExp(`${NUMBERS.second.slice(-4)}.*该打了`));
  });
});
