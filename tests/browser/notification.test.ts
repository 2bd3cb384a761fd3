import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'notification and badge', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const ring = () => workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
  const inWorker = (expression: string) => workstation.chromium.worker.evaluate(expression);
  const shown = async () => Object.keys(Object(await inWorker('chrome.notifications.getAll()')));
  const untilShown = (count: number) =>
    until(`${count} notifications stand`, async () => (await shown()).length === count);
  const untilBadge = (text: string) =>
    until(
      `the badge shows "${text}"`,
      async () => (await inWorker('chrome.action.getBadgeText({})')) === text,
    );
  /** A driver cannot press an operating system's notification, so the test sends its event. */
  const presses = async (button: number) => {
    const [id] = await shown();
    await inWorker(`chrome.notifications.onButtonClicked.dispatch(${JSON.stringify(id)}, ${button})`);
  };

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation?.close());

  test('come with the ring and go with it when the caller gives up', async () => {
    await untilBadge('');
    const call = ring();
    await untilShown(1);
    await untilBadge('☎');
    await call.cancel();
    await untilShown(0);
    await untilBadge('');
  });

  test('go when the call is ringing elsewhere, or rejected in the panel', async () => {
    const answered = ring();
    await untilShown(1);
    await answered.cancel({ elsewhere: true });
    await untilShown(0);
    ring();
    await untilShown(1);
    await screen.rejects();
    await untilShown(0);
  });

  test('the answer button answers, the badge shows the call, and both go back', async () => {
    const call = ring();
    await untilShown(1);
    await presses(0);
    await call.until('answered');
    await untilShown(0);
    await untilBadge('●');
    await call.hangUp();
    await untilBadge('');
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await screen.finishes();
  });

  test('the reject button rejects', async () => {
    const call = ring();
    await untilShown(1);
    await presses(1);
    expect((await call.until('ended')).end).toEqual({ how: 'rejected', sipStatus: 486 });
    await untilShown(0);
  });

  test('a lamp that is out is seen on the badge', async () => {
    await workstation.chromium.setMicrophone('denied');
    await untilBadge('!');
    await workstation.chromium.setMicrophone('granted');
    await untilBadge('');
  });
});
