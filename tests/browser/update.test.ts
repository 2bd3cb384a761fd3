import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import {
  AGENT,
  type AgentWorkstation,
  openAgentWorkstation,
  PASSPHRASE,
} from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

/** The browser announces an update by this event; the reload is real. */
const UPDATE = `chrome.runtime.onUpdateAvailable.dispatch({ version: '9.9.9' })`;

describeWith(
  ['chromium'],
  'an update of the extension waits until no call is up and the agent has locked',
  () => {
    let workstation: AgentWorkstation;
    let call: PracticeCall;
    let options: PanelScreen;

    beforeAll(async () => {
      workstation = await openAgentWorkstation();
      await enableDeveloperMode(workstation);
    });
    afterAll(async () => await workstation?.close());

    test('in a call it waits, and the call goes on', async () => {
      const screen = panelScreen(workstation.panel);
      call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen.answers();
      await call.until('answered');
      await screen.writes('更新前写的');
      await screen.waitUntilSaved();
      await workstation.chromium.worker.evaluate(UPDATE);
      options = panelScreen(await workstation.chromium.openPage('options.html'));
      await options.shows('.update-notice', /9\.9\.9.*通话结束/);
      await untilAudioFlows(await workstation.chromium.offscreen());
      expect(workstation.panel.isClosed()).toBe(false);
      await screen.shows('.call-panel', '静音');
    });

    test('after the call it is offered, for a reload forgets the sign-in', async () => {
      await call.hangUp();
      await options.shows('.update-notice', '现在更新');
      expect(workstation.panel.isClosed()).toBe(false);
    });

    test('once the agent locks it reloads, and after the unlock the wrap-up is where it was', async () => {
      const host = await workstation.chromium.offscreen();
      const old = panelScreen(workstation.panel);
      await old.presses('.status-line .button--bare');
      await (await workstation.panel.waitForSelector('.panel-menu__item ::-p-text(锁定)'))?.click();
      await until('the old phone host is gone', () => host.isClosed());
      await workstation.chromium.offscreen();
      const panel = await workstation.chromium.openPanel();
      const screen = panelScreen(panel);
      await panel.waitForSelector('input[name="passphrase"]');
      await screen.focuses('input[name="passphrase"]');
      await panel.keyboard.type(PASSPHRASE);
      await panel.keyboard.press('Enter');
      await screen.shows('.wrap-up-panel', '顾客挂断');
      await panel.waitForFunction(() => document.querySelector('textarea')?.value === '更新前写的');
    });
  },
);

/** Without it the browser disables an unpacked extension that reloads. */
async function enableDeveloperMode({ chromium }: AgentWorkstation): Promise<void> {
  const page = await chromium.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    'new Promise((done) => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, done))',
  );
  await page.close();
}
