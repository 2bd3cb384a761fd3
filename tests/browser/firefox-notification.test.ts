import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../helpers/agent-workstation.ts';
import { firefoxAlerts, OWN_ALERTS } from '../helpers/firefox-alert.ts';
import { type FirefoxWorkstation, openFirefoxWorkstation } from '../helpers/firefox-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { until } from '../helpers/until.ts';

describeWith(['firefox-esr'], 'notifications of Firefox', () => {
  let workstation: FirefoxWorkstation;
  let alerts: ReturnType<typeof firefoxAlerts>;

  beforeAll(async () => {
    workstation = await openFirefoxWorkstation({ preferences: OWN_ALERTS });
    alerts = firefoxAlerts(workstation.firefox.browser);
  });
  afterAll(async () => await workstation?.close());

  const ring = () => workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
  /** Windows with the panel: in Firefox a notification cannot open the sidebar. */
  const panelWindows = async () =>
    Number(
      await workstation.options.evaluate(
        `browser.tabs.query({ url: browser.runtime.getURL('sidepanel.html') }).then(({ length }) => length)`,
      ),
    );
  const schedule = (clocks: readonly object[]) =>
    workstation.options.evaluate(
      `browser.runtime.sendMessage(${JSON.stringify({ to: 'background', kind: 'schedule-clocks', clocks, complete: false })})`,
    );

  test('come with the ring and go with it', async () => {
    const call = ring();
    await alerts.shows(/来电.*\d/);
    await call.cancel();
    await alerts.gone();
    expect(await workstation.options.evaluate('browser.notifications.getAll()')).toEqual({});
  });

  test('pressed with the sidebar open, there is nothing more to open', async () => {
    const call = ring();
    await alerts.presses(/来电/);
    await workstation.sidebar.shows('.ring-dial__count', '第 1 声');
    await workstation.sidebar.click('.ring-actions__reject');
    await call.until('ended');
    await alerts.gone();
    expect(await panelWindows()).toBe(0);
  });

  test('a clock that ran out is told by alarm, with neither name nor number, and its press opens the list', async () => {
    const dueAt = Date.now() + 1500;
    await schedule([{ id: 'o 1', order: 'o', label: '质量投诉 · 答复顾客', warnAt: dueAt - 500, dueAt }]);
    await alerts.shows(/已过.*质量投诉 · 答复顾客/);
    await alerts.presses(/质量投诉/);
    await alerts.gone();
    await workstation.sidebar.shows('.tab-bar__tab[aria-current]', '工单');
  });

  test('pressed with the sidebar closed, the panel comes as a window, and only one', async () => {
    await workstation.sidebar.close();
    const call = ring();
    await alerts.presses(/来电/);
    await until('the panel is a window', async () => (await panelWindows()) === 1);
    await call.cancel();
    await alerts.gone();
    ring();
    await alerts.presses(/来电/);
    await until('the window is in front', async () => (await inFront()) === 'popup');
    expect(await panelWindows()).toBe(1);
  });

  const inFront = () =>
    workstation.options.evaluate('browser.windows.getLastFocused().then(({ type }) => type)');
});
