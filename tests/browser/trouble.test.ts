import { afterEach, expect, test } from 'vitest';
import { HOST_CHANNEL } from '../../contract/messages/host-message.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'when something breaks', () => {
  let workstation: AgentWorkstation | null = null;
  afterEach(async () => {
    await workstation?.close();
    workstation = null;
  });

  test('a refused microphone: the lamp says so, and an answer is refused with the reason', async () => {
    workstation = await openAgentWorkstation({ microphone: 'denied', registers: false });
    const screen = panelScreen(workstation.panel);
    await screen.shows('.status-line__status', '麦克风被拒绝');
    await workstation.exchange.waitForRegistration(AGENT.user);
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await screen.shows('.call-panel', '麦克风被拒绝');
    await call.cancel();
  });

  test('the registrar is restarted: registered again by itself, and the next call arrives', async () => {
    workstation = await openAgentWorkstation();
    const screen = panelScreen(workstation.panel);
    await workstation.exchange.restart({ downMs: 1500 });
    await workstation.panel.waitForSelector('.status-line:not(.status-line--ready)');
    await workstation.exchange.waitForRegistration(AGENT.user, { timeoutMs: 30_000 });
    await workstation.panel.waitForSelector('.status-line--ready', { timeout: 15_000 });
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
  });

  test('the WebSocket is cut in a call: the call goes on and can be ended', async () => {
    workstation = await openAgentWorkstation();
    const screen = panelScreen(workstation.panel);
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await untilAudioFlows(await workstation.chromium.offscreen());
    workstation.exchange.cutConnections();
    await workstation.panel.waitForSelector('.status-line:not(.status-line--ready)');
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);
    await workstation.exchange.waitForRegistration(AGENT.user, { timeoutMs: 30_000 });
    await screen.hangsUp();
    await screen.shows('.wrap-up-panel', '坐席挂断');
  });

  test('the phone host dies in a call: it comes back, closes the call as lost and offers to redial', async () => {
    workstation = await openAgentWorkstation();
    const screen = panelScreen(workstation.panel);
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    const offscreen = await workstation.chromium.offscreen();
    await workstation.chromium.worker.evaluate('chrome.offscreen.closeDocument()');
    await until('the phone host is gone', () => offscreen.isClosed());
    await screen.shows('.lost-call-banner', '意外中断');
    await workstation.exchange.waitForRegistration(AGENT.user, { timeoutMs: 40_000 });
    await screen.shows('.today-list', '意外中断');
  });

  test('what a dying host showed and never stored does not hide what the next one says', async () => {
    workstation = await openAgentWorkstation();
    const screen = panelScreen(workstation.panel);
    await workstation.chromium.worker.evaluate(
      `new BroadcastChannel('${HOST_CHANNEL}').postMessage(${JSON.stringify({
        kind: 'appended',
        entries: [{ seq: 1_000_000, source: 'jssip', event: { type: 'registered', at: 0 } }],
      })})`,
    );
    const offscreen = await workstation.chromium.offscreen();
    await workstation.chromium.worker.evaluate('chrome.offscreen.closeDocument()');
    await until('the phone host is gone', () => offscreen.isClosed());
    await workstation.panel.waitForSelector('.status-line:not(.status-line--ready)');
    await workstation.panel.waitForSelector('.status-line--ready', { timeout: 40_000 });
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await call.cancel();
  });
});
