import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';

const STRIP = '.other-call-strip';

describeWith(['chromium'], 'a second caller while the first is up', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  const ring = (number: string): PracticeCall =>
    workstation.exchange.ring(patientCaller({ caller: { number, displayName: null } }), { user: AGENT.user });
  const pressInStrip = (text: string) => screen.presses(`${STRIP} ::-p-text(${text})`);

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation.close());

  async function talking(): Promise<PracticeCall> {
    const first = ring('+8613900000001');
    await screen.answers();
    await first.until('answered');
    await first.waitForAudio();
    return first;
  }
  async function ended(...calls: PracticeCall[]): Promise<void> {
    for (const call of calls) await call.hangUp();
    await screen.finishes();
  }

  test('is shown without a sound, answered with the first on hold, swapped, and joined', async () => {
    const first = await talking();
    const second = ring('+8613900000002');
    await screen.shows(STRIP, /又有来电.*0002/);
    await screen.shows('.call-card__number', /0001/);

    await pressInStrip('保持并接听');
    await Promise.all([first.until('held'), second.until('answered')]);
    await screen.shows('.call-card__number', /0002/);
    await screen.shows(STRIP, /保持中.*0001/);
    expect(await second.waitForAudio()).toBeGreaterThan(0.001);
    await expect(first.waitForAudio({ timeoutMs: 1500 })).rejects.toThrow();

    await pressInStrip('切换');
    await Promise.all([second.until('held'), first.until('resumed')]);
    await screen.shows('.call-card__number', /0001/);
    expect(await first.waitForAudio()).toBeGreaterThan(0.001);

    await pressInStrip('接通两方');
    const ends = await Promise.all([first.until('ended'), second.until('ended')]);
    expect(ends.map(({ end }) => end.how)).toContain('transferred');
    await screen.shows('.wrap-up-panel', '转');
    await ended();
  });

  test('who gives up or is told busy leaves the first call as it was', async () => {
    const first = await talking();
    const impatient = ring('+8613900000002');
    await screen.shows(STRIP, '又有来电');
    await impatient.cancel();
    await screen.gone(STRIP);

    const unlucky = ring('+8613900000003');
    await screen.shows(STRIP, '又有来电');
    await screen.presses(`${STRIP} .button--bare`);
    const { end } = await unlucky.until('ended');
    expect(end).toEqual({ how: 'rejected', sipStatus: 486 });
    await screen.gone(STRIP);
    expect(await first.waitForAudio()).toBeGreaterThan(0.001);
    expect(first.timeline().map(({ type }) => type)).not.toContain('held');
    await ended(first);
  });
});
