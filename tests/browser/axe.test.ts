import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { axeFindingsInBothThemes } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { setUpAgent } from '../helpers/set-up-agent.ts';

const ROOMY = { width: 400, height: 820 };

/** axe checks the real pages of one browser from set-up to lock, in light and dark. */
describeWith(['chromium'], 'axe finds nothing', () => {
  let exchange: Exchange;
  let chromium: ExtensionChromium;
  const panel = async () => await chromium.openPanel();
  const screen = async () => panelScreen(await panel());

  /** Whether Tab reaches the scrolling region. */
  async function tabReaches(selector: string): Promise<boolean> {
    const page = await panel();
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((where) => document.activeElement?.matches(where), selector)) return true;
    }
    return false;
  }

  beforeAll(async () => {
    exchange = await startExchange({ users: [AGENT] });
    chromium = await launchChromium();
    // A headless window is lower than a real panel: half of it would be out of view.
    await (await chromium.openPanel()).setViewport(ROOMY);
  });
  afterAll(async () => {
    await chromium?.close();
    await exchange?.stop();
  });

  test('on a panel and options that nobody has set up', async () => {
    await (await screen()).shows('.set-up-card', '口令');
    expect(await axeFindingsInBothThemes(await panel())).toEqual([]);
    const options = await chromium.openPage('options.html');
    await options.waitForSelector('input[name="passphrase"]');
    expect(await axeFindingsInBothThemes(options)).toEqual([]);
  });

  test('on options that are set up, and an idle panel', async () => {
    const options = await chromium.openPage('options.html');
    await setUpAgent(options, {
      passphrase: PASSPHRASE,
      sipServer: exchange.url,
      sipDomain: exchange.domain,
      sipUser: AGENT.user,
      password: AGENT.password,
    });
    expect(await axeFindingsInBothThemes(options)).toEqual([]);
    await exchange.waitForRegistration(AGENT.user);
    await (await screen()).shows('.status-line--ready', '可接听');
    expect(await axeFindingsInBothThemes(await panel())).toEqual([]);
  });

  test('while it rings, in the call with every tool and overlay, and in the wrap-up', async () => {
    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    const at = await screen();
    const findings = async () => await axeFindingsInBothThemes(await panel());
    await at.shows('.ring-dial__count', '第 1 声');
    expect(await findings()).toEqual([]);
    await (await panel()).setViewport({ width: 320, height: 480 });
    expect(await tabReaches('.call-panel__scroll')).toBe(true);
    await (await panel()).setViewport(ROOMY);
    await at.answers();
    await at.shows('.script-card__step', '示例热线');
    expect(await findings()).toEqual([]);
    for (const tool of [3, 4]) {
      await at.presses(`.call-controls button:nth-of-type(${tool})`);
      await at.appears('.tool-sheet');
      expect(await findings()).toEqual([]);
      await at.presses(`.call-controls button:nth-of-type(${tool})`);
      await at.gone('.tool-sheet');
    }
    for (const key of ['/', '?'] as const) {
      await at.leavesFields();
      await (await panel()).keyboard.type(key);
      await at.appears('.sheet');
      expect(await findings()).toEqual([]);
      await (await panel()).keyboard.press('Escape');
      await at.gone('.sheet');
    }
    await call.hangUp();
    await at.shows('.wrap-up-panel', '顾客挂断');
    expect(await findings()).toEqual([]);
    await at.presses('.wrap-up-foot .button--main');
    await at.shows('.today-list', '1');
    expect(await findings()).toEqual([]);
  });

  test('on a locked panel and locked options', async () => {
    const at = await screen();
    await at.presses('.status-line .button--bare');
    await at.presses('.panel-menu ::-p-text(锁定)');
    await at.appears('.lock-screen');
    expect(await axeFindingsInBothThemes(await panel())).toEqual([]);
    const options = await chromium.openPage('options.html');
    await options.waitForSelector('.options__done');
    expect(await axeFindingsInBothThemes(options)).toEqual([]);
  });
});
