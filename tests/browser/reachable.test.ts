import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';
import { ringingAudio } from '../helpers/ringing-audio.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'the phone that nobody looks at', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation?.close());

  const ring = () => workstation.exchange.ring(patientCaller(), { user: AGENT.user });
  const registers = () =>
    workstation.exchange.requests.filter(({ request }) => request.method === 'REGISTER').length;
  const alarm = () =>
    workstation.chromium.worker.evaluate("chrome.alarms.create('keep-host-alive', { when: 0 })");

  test('is heard at the first ring, with no click in the page that rings, in the national cadence', async () => {
    const call = ring();
    // Evaluate nothing in the host before: the driver's evaluation would count as a user gesture.
    await screen.shows('.ring-dial__count', '第 1 声');
    const host = await workstation.chromium.offscreen();
    await until('the ringer sounds', async () => (await ringingAudio(host)).some(({ at }) => at > 0.2));
    const [sound] = await ringingAudio(host);
    expect(sound).toMatchObject({ loops: true, seconds: 5, muted: false });
    expect(sound?.volume).toBeGreaterThan(0);
    await call.cancel();
    await until('the ringer is quiet', async () => (await ringingAudio(host)).length === 0);
  });

  test('asks the registrar at once when the network comes back or changes', async () => {
    const host = await workstation.chromium.offscreen();
    for (const news of ['online', 'change'] as const) {
      const before = registers();
      await host.evaluate((type) => {
        const target = type === 'online' ? window : Reflect.get(navigator, 'connection');
        target.dispatchEvent(new Event(type));
      }, news);
      await until(`a REGISTER after ${news}`, () => registers() > before, 5_000);
    }
    await workstation.panel.waitForSelector('.status-line--ready');
  });

  test('rings on the output that was chosen', async () => {
    const host = await workstation.chromium.offscreen();
    const options = await workstation.chromium.openPage('options.html');
    await options.waitForSelector('select[name="ringer-output"] option:nth-child(2)');
    const chosen = await options.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('select[name="ringer-output"]');
      return [...(select?.options ?? [])].map(({ value }) => value).find((value) => value !== '') ?? null;
    });
    if (chosen === null) throw new Error('Chromium offers no fake output.');
    await options.select('select[name="ringer-output"]', chosen);
    await options.waitForSelector('.form-foot__state--saved');
    await options.close();
    await until('the ringer is sent there', async () => {
      const call = ring();
      await until('the ringer sounds', async () => (await ringingAudio(host)).length > 0);
      const [sound] = await ringingAudio(host);
      await call.cancel();
      await until('the ringer is quiet', async () => (await ringingAudio(host)).length === 0);
      return sound?.output === chosen;
    });
  });

  test('tells a screen reader of the ring in a region that stood there before', async () => {
    await workstation.panel.$eval('[role="alert"]', (region) =>
      region.setAttribute('data-seen', 'before the ring'),
    );
    const call = ring();
    await screen.shows('[role="alert"][aria-live="assertive"][data-seen="before the ring"]', /来电/);
    await call.cancel();
    await screen.gone('.ring-dial');
  });

  test('a call lives on when every page of the extension is closed', async () => {
    const call = ring();
    await screen.answers();
    await call.until('answered');
    await workstation.chromium.closePanel();
    for (const page of await workstation.chromium.browser.pages()) {
      if (page.url() === workstation.chromium.url('options.html')) await page.close();
    }
    await workstation.chromium.worker.kill();
    await untilAudioFlows(await workstation.chromium.offscreen());
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);
    screen = panelScreen(await workstation.chromium.openPanel());
    await screen.hangsUp();
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
  });

  test('comes back by itself when the phone host is gone and no panel asks for it', async () => {
    await workstation.chromium.closePanel();
    const host = await workstation.chromium.offscreen();
    const before = registers();
    await workstation.chromium.worker.evaluate('chrome.offscreen.closeDocument()');
    await until('the phone host is gone', () => host.isClosed());
    await alarm();
    await workstation.chromium.offscreen();
    await until('it has registered', () => registers() > before);
  });
});
