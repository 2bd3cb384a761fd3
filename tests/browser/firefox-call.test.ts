import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../helpers/agent-workstation.ts';
import { watchEarpiece } from '../helpers/firefox-earpiece.ts';
import { allowMicrophone } from '../helpers/firefox-prompt.ts';
import { type FirefoxWorkstation, openFirefoxWorkstation } from '../helpers/firefox-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';

describeWith(['firefox-esr'], 'a real call in the real sidebar of Firefox', () => {
  let workstation: FirefoxWorkstation;
  beforeAll(async () => {
    workstation = await openFirefoxWorkstation();
  });
  afterAll(async () => await workstation?.close());

  test('rings, is answered with the greeting, heard both ways, noted, and ended by the caller', async () => {
    const { sidebar, exchange } = workstation;
    const earpiece = await watchEarpiece(workstation.options);
    await sidebar.shows('.status-line--ready', '可接听');

    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await sidebar.shows('.ring-dial__count', '第 1 声');
    await sidebar.click('.ring-actions__answer');
    await call.until('answered');
    await sidebar.shows('.script-card__step', /好.*示例热线.*工号\s*0283/);
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);
    await earpiece.waitUntilPlayed();
    call.stopRtp();
    await sidebar.shows('.call-state-row__hint', '没收到对方的声音');
    call.resumeRtp();

    await sidebar.writes('textarea', '问订单进度');
    await sidebar.shows('.saved-mark', '已保存');
    await call.hangUp();
    await sidebar.shows('.wrap-up-panel', '顾客挂断');
    expect(await sidebar.evaluate(`document.querySelector('textarea').value`)).toBe('问订单进度');
    await sidebar.click('.wrap-up-foot .button--main');
    await sidebar.shows('.idle-view', '问订单进度');
  });
});

describeWith(['firefox-esr'], 'Firefox asks for the microphone', () => {
  let workstation: FirefoxWorkstation;
  beforeAll(async () => {
    workstation = await openFirefoxWorkstation({ microphone: 'ask' });
  });
  afterAll(async () => await workstation?.close());

  test('before it was asked for, the lamp says that it is to be allowed', async () => {
    await workstation.sidebar.shows('.status-line__says', '还没允许麦克风');
  });

  test('a grant that was not remembered is explained, and the lamp names it', async () => {
    await workstation.options.bringToFront();
    await workstation.options.click('.microphone-check .button--main');
    await allowMicrophone(workstation.firefox.browser, { remember: false });
    await workstation.options.waitForFunction(() =>
      document.querySelector('.microphone-check__bad')?.textContent?.includes('没有记住'),
    );
    await workstation.sidebar.shows('.status-line__says', '没有被记住');
  });

  test('Firefox asks again at once; remembered now, the phone is ready and a call is heard', async () => {
    await allowMicrophone(workstation.firefox.browser, { remember: true });
    await workstation.sidebar.shows('.status-line__says', '可接听');
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await workstation.sidebar.click('.ring-actions__answer');
    await call.until('answered');
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);

    // The sidebar holds the microphone: while it is closed, the call goes on without the agent's
    // voice.
    await workstation.sidebar.close();
    await workstation.sidebar.open();
    await workstation.sidebar.shows('.script-card__step', '示例热线');
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);
    await call.hangUp();
    await workstation.sidebar.shows('.wrap-up-panel', '顾客挂断');
  });
});
