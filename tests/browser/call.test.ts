import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { hostileName } from '../../practice/scenarios/hostile-name.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

describeWith(['chromium'], 'a real call in the real side panel', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const ring = (scenario = neverHangsUp): PracticeCall =>
    workstation.exchange.ring(scenario, { user: AGENT.user });

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation.close());

  test('rings, is answered with the greeting, noted, and ended by the caller', async () => {
    const call = ring();
    await screen.shows('.ring-dial__count', '第 1 声');
    await screen.shows('.call-card__number', /139|138|1/);
    await screen.shows('.script-card--ahead', '示例热线');

    await screen.answers();
    await call.until('answered');
    await screen.shows('.script-card__step', /好.*示例热线.*工号\s*0283/);
    await untilAudioFlows(await workstation.chromium.offscreen());
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);

    await screen.writes('问订单进度');
    await screen.waitUntilSaved();
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    expect(await screen.note()).toBe('问订单进度');
    await screen.finishes();
  });

  test('a caller who gives up is missed; one who was answered elsewhere is not', async () => {
    const lost = ring();
    await screen.shows('.ring-dial__count', '第 1 声');
    await lost.cancel();
    await screen.shows('.today-list', '未接');

    const answered = ring();
    await screen.shows('.ring-dial__count', '第 1 声');
    await answered.cancel({ elsewhere: true });
    await screen.shows('.today-list', '同事已接');
  });

  test('a rejected call is told busy', async () => {
    const call = ring();
    await screen.rejects();
    const { end } = await call.until('ended');
    expect(end).toEqual({ how: 'rejected', sipStatus: 486 });
    await screen.shows('.today-list', '已拒接');
  });

  test('a hostile display name is text', async () => {
    const call = ring(hostileName);
    await screen.shows('.call-card', /<img|onerror|&lt;/);
    expect(await workstation.panel.$$('.call-card img, .call-card script')).toEqual([]);
    await call.cancel();
    await screen.gone('.ring-dial');
  });

  test('the agent may end early only by holding the button, and that is journaled', async () => {
    const call = ring();
    await screen.answers();
    await call.until('answered');
    await screen.presses('.hang-up-button');
    await screen.shows('.hang-up-button', '长按挂断');
    await screen.hangsUp();
    const { end } = await call.until('ended');
    expect(end).toEqual({ how: 'hung-up', by: 'agent' });
    await screen.finishes();
  });

  test('the panel closed and opened again in the ring and in the call shows the same', async () => {
    const call = ring();
    await screen.shows('.ring-dial__count', '第 1 声');
    await workstation.chromium.closePanel();
    let again = panelScreen(await workstation.chromium.openPanel());
    await again.shows('.ring-dial__count', /第 [12] 声/);
    await again.answers();
    await call.until('answered');
    await again.shows('.script-card__step', '示例热线');
    await again.writes('写到一半');
    await again.waitUntilSaved();

    await workstation.chromium.closePanel();
    await untilAudioFlows(await workstation.chromium.offscreen());
    const panel = await workstation.chromium.openPanel();
    again = panelScreen(panel);
    await again.shows('.script-card__step', '示例热线');
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === '写到一半');
    screen = again;
    workstation = { ...workstation, panel };
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await screen.finishes();
  });

  test('a call rings and is answered while the service worker is dead', async () => {
    await workstation.chromium.worker.kill();
    const call = ring();
    await screen.shows('.ring-dial__count', '第 1 声');
    await screen.answers();
    await call.until('answered');
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await screen.finishes();
  });
});
