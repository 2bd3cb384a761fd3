import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';

const COLLEAGUE = { number: '8001', displayName: null };

describeWith(['chromium'], 'who calls, as the phone system says it', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const ring = (scenario: Parameters<typeof patientCaller>[0]) =>
    workstation.exchange.ring(patientCaller(scenario), { user: AGENT.user });

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation.close());

  test('a caller whom a colleague passes on is shown, and kept in the note as number to reach', async () => {
    const call = ring({ caller: COLLEAGUE });
    await screen.shows('.call-card__number', /8001/);
    await screen.answers();
    await call.until('answered');
    await call.waitForAudio();

    expect(await call.identify('"张三" <sip:13700000001;phone-context=+86@practice.invalid>')).toBe(true);
    await screen.shows('.call-card__number', /137.*0001/);
    await screen.shows('.call-card__claimed', '张三');
    await call.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await workstation.panel.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === '+8613700000001'),
    );
    await screen.finishes();
  });

  test('the asserted caller rings, diverted from a colleague', async () => {
    const call = ring({
      caller: COLLEAGUE,
      headers: {
        'P-Asserted-Identity': '<tel:+86-137-0000-0002>',
        Diversion: '"售后服务" <sip:8009@practice.invalid>;reason=no-answer',
      },
    });
    await screen.shows('.call-card__number', /137.*0002/);
    await screen.shows('.call-card__history', /原呼 售后服务/);
    await call.cancel();
    await screen.gone('.ring-dial');
  });

  test.each<Readonly<Record<string, string>>>([
    { 'P-Asserted-Identity': '<tel:+8613700000003>', Privacy: 'id' },
    { 'P-Asserted-Identity': '<sip:unknown@practice.invalid>' },
    { 'Remote-Party-ID': '<sip:13700000003@practice.invalid>;party=calling;privacy=full' },
  ])('a withheld caller is called so, and cannot be called back: %j', async (headers) => {
    const call = ring({ caller: { number: '13700000003', displayName: null }, headers });
    await screen.shows('.call-card__number', '号码未显示');
    await screen.shows('.call-card__history', '不能回拨');
    await call.cancel();
    await screen.shows('.today-list', '号码未显示');
    const [newest] = await workstation.panel.$$('.today-list__call');
    expect(await newest?.$('button')).toBeNull();
  });
});
