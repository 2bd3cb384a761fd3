import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longRing } from '../../practice/scenarios/long-ring.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'settings that most floors never touch', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let options: Page;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
    options = await workstation.chromium.openPage('options.html');
    await panelScreen(options).presses('.advanced-form > summary');
  });
  afterAll(async () => await workstation?.close());

  /** Saves, and waits until the phone has connected anew for it. */
  async function save(): Promise<void> {
    const { requests } = workstation.exchange;
    const newest = Math.max(...requests.map(({ connection }) => connection));
    await options.click('.advanced-form .button--main');
    await until('the phone has connected anew', () => requests.some(({ connection }) => connection > newest));
    await workstation.exchange.waitForRegistration(AGENT.user);
    await screen.shows('.status-line--ready', '可接听');
  }
  test('a long time in the queue, told in a header, makes the greeting apologise after one ring', async () => {
    const call = workstation.exchange.ring(longRing, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card__step', /让您久等|久等|抱歉|对不起/);
    await call.hangUp();
    await screen.finishes();
  });

  test('a header of another name is not read', async () => {
    await options.$eval('input[name="queueTimeHeader"]', (field) => field.select());
    await options.type('input[name="queueTimeHeader"]', 'X-Other');
    await save();
    const call = workstation.exchange.ring(longRing, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card__step', '示例热线');
    expect(await screen.text('.script-card__step')).not.toMatch(/久等|抱歉|对不起/);
    await call.hangUp();
    await screen.finishes();
  });

  test('an address that is no STUN server is refused in its own place', async () => {
    await options.type('input[name="stunServer"]', 'https://stun.example');
    await options.waitForFunction(() =>
      document.querySelector('.advanced-form .field__problem')?.textContent?.includes('stun:'),
    );
    expect(await options.$eval('.advanced-form .button--main', (button) => button.matches(':disabled'))).toBe(
      true,
    );
    await options.$eval('input[name="stunServer"]', (field) => field.select());
    await options.keyboard.press('Backspace');
  });

  test('auto-answer answers the first call, and never a second one', async () => {
    await options.click('input[name="autoAnswer"]');
    await save();
    const first = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await first.until('answered');
    await screen.shows('.script-card__step', '示例热线');
    const second = workstation.exchange.ring(longRing, { user: AGENT.user });
    await screen.shows('.other-call-strip', '又有来电');
    await second.cancel();
    await screen.gone('.other-call-strip');
    expect(second.timeline().map(({ type }) => type)).not.toContain('answered');
    await first.hangUp();
    await screen.finishes();
  });
});
