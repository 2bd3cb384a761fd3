import { afterEach, describe, expect, test } from 'vitest';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import {
  type Fault,
  faultyExtension,
  MAY_FALL_SILENT,
  REPAIR_STORE,
  STORE_FAILS,
  settingsFail,
  storeFails,
} from '../helpers/faulty-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'a phone host that cannot start, or hangs', () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  async function openWith(fault: Fault, registers = true): Promise<AgentWorkstation> {
    const extension = await faultyExtension([fault]);
    undo.push(extension.remove);
    const workstation = await openAgentWorkstation({ extension: extension.path, registers });
    undo.push(workstation.close);
    return workstation;
  }

  describe('comes back by itself', () => {
    test.each<[string, Fault]>([
      ['store', { where: 'offscreen.html', script: storeFails(3) }],
      ['settings', { where: 'background', script: settingsFail(3) }],
    ])('after three reads of the %s failed', async (_what, fault) => {
      const { panel } = await openWith(fault);
      expect(await panel.$('.status-line--ready')).not.toBeNull();
    });

    test('when it no longer answers; the status says so until then', async () => {
      const { chromium, panel, exchange } = await openWith({
        where: 'offscreen.html',
        script: MAY_FALL_SILENT,
      });
      const hung = await chromium.offscreen();
      await hung.evaluate('globalThis.silent = true');
      await panel.waitForSelector('.status-line:not(.status-line--ready)');
      await until('the hung host is gone', () => hung.isClosed(), 40_000);
      await exchange.waitForRegistration(AGENT.user, { timeoutMs: 40_000 });
      await panel.waitForSelector('.status-line--ready', { timeout: 40_000 });
    });
  });

  test('says so at the icon, and the button restarts it at once when the store is back', async () => {
    const { chromium, panel } = await openWith({ where: 'offscreen.html', script: STORE_FAILS }, false);
    const screen = panelScreen(panel);
    await screen.shows('.status-line__status', '电话程序停了');
    await until('the badge says so', async () => (await chromium.worker.evaluate(BADGE)) === '!');
    expect(await chromium.worker.evaluate(TITLE)).toContain('读不到本机的记录库');
    // In one task: a try of its own right after the repair would take the button away.
    await until('the store is back, and the button pressed', async () =>
      panel
        .evaluate(`(() => {
        const restart = [...document.querySelectorAll('button')]
          .find(({ textContent }) => textContent.includes('重新启动'));
        if (restart === undefined) return false;
        ${REPAIR_STORE};
        restart.click();
        return true;
      })()`)
        .then((pressed) => pressed === true),
    );
    await panel.waitForSelector('.status-line--ready', { timeout: 15_000 });
    await until('the badge is gone', async () => (await chromium.worker.evaluate(BADGE)) === '');
    expect(await chromium.worker.evaluate(TITLE)).toBe('打开三声');
  });
});

const BADGE = 'chrome.action.getBadgeText({})';
const TITLE = 'chrome.action.getTitle({})';
