import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

describeWith(['chromium'], 'two panels at one phone', () => {
  let workstation: AgentWorkstation;
  let tab: Page;
  let side: PanelScreen;
  let other: PanelScreen;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    side = panelScreen(workstation.panel);
    tab = await workstation.chromium.openPage('sidepanel.html');
    other = panelScreen(tab);
    await other.shows('.status-line--ready', '可接听');
  });
  afterAll(async () => await workstation?.close());

  /**
   * Presses in both panels: finds both buttons first, because the first press removes the other.
   */
  const inBoth = async (selector: string) => {
    const buttons = await Promise.all([workstation.panel, tab].map((page) => page.waitForSelector(selector)));
    const press = (button: Element) => button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await Promise.all(buttons.map((button) => button?.evaluate(press)));
  };
  const answersSent = (callId: string) =>
    workstation.exchange
      .calls()
      .filter((call) => call.callId === callId && call.timeline().some(({ type }) => type === 'answered'));

  test('both ring; a double answer counts once and neither complains', async () => {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await Promise.all([side, other].map((screen) => screen.shows('.ring-dial__count', '第 1 声')));
    await inBoth('.ring-actions__answer');
    await call.until('answered');
    await Promise.all([side, other].map((screen) => screen.shows('.script-card__step', '示例热线')));
    expect(await workstation.panel.$('.call-zone__refusal')).toBeNull();
    expect(await tab.$('.call-zone__refusal')).toBeNull();
    expect(call.timeline().filter(({ type }) => type === 'answered')).toHaveLength(1);
    expect(answersSent(call.callId)).toHaveLength(1);
  });

  test('what is done in one is seen in the other, once', async () => {
    await other.presses('.call-controls button:nth-of-type(1)');
    await side.shows('.script-card__title', '稍候');
    await other.presses('.call-controls button:nth-of-type(1)');
    await workstation.panel.waitForSelector('.call-controls__control[aria-pressed="true"]');
    await side.presses('.call-controls button:nth-of-type(1)');
    await tab.waitForSelector('.call-controls__control[aria-pressed="true"]', { hidden: true });
  });

  test('notes do not overwrite each other', async () => {
    await side.writes('左边写的');
    await side.waitUntilSaved();
    await tab.waitForFunction(() => document.querySelector('textarea')?.value === '左边写的');
    await tab.bringToFront();
    await other.focuses('textarea');
    await tab.keyboard.press('End');
    await tab.keyboard.type(',右边接着写');
    await other.focuses('input[name="surname"]');
    await tab.keyboard.type('王');
    await other.waitUntilSaved();
    await side.leavesFields();
    await workstation.panel.waitForFunction(
      () =>
        document.querySelector('textarea')?.value === '左边写的,右边接着写' &&
        document.querySelector<HTMLInputElement>('input[name="surname"]')?.value === '王',
    );
  });

  test('closing one changes nothing', async () => {
    await tab.close();
    await untilAudioFlows(await workstation.chromium.offscreen());
    await side.shows('.call-panel', '静音');
    expect(await side.note()).toBe('左边写的,右边接着写');
    const [call] = workstation.exchange.calls();
    await call?.hangUp();
    await side.shows('.wrap-up-panel', '顾客挂断');
  });
});
