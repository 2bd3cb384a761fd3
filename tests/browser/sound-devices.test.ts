import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { untilAudioFlows } from '../helpers/call-energy.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'the devices of the sound', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let options: Page;

  beforeAll(async () => {
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
    options = await workstation.chromium.openPage('options.html');
    await options.waitForSelector('select[name="microphone"] option:nth-child(3)');
  });
  afterAll(async () => await workstation?.close());

  /** Chooses the last device of a list, which is not the default. */
  async function choosesLast(name: string): Promise<string> {
    const id = await options.$eval(`select[name="${name}"] option:last-child`, (option) =>
      option instanceof HTMLOptionElement ? option.value : '',
    );
    await options.select(`select[name="${name}"]`, id);
    return id;
  }
  /** What the extension's microphones and earpieces use now. */
  async function inUse(): Promise<{ microphones: string[]; outputs: string[]; volumes: number[] }> {
    const host = await workstation.chromium.offscreen();
    return await host.evaluate(() => Reflect.get(globalThis, 'soundInUse')());
  }

  test('another microphone and another output, chosen in a call, carry it on at once', async () => {
    const host = await workstation.chromium.offscreen();
    await host.evaluate(() => {
      const tracks: MediaStreamTrack[] = [];
      const elements: HTMLMediaElement[] = [];
      const { replaceTrack } = RTCRtpSender.prototype;
      RTCRtpSender.prototype.replaceTrack = function (track) {
        if (track !== null) tracks.push(track);
        return replaceTrack.call(this, track);
      };
      const { setSinkId } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.setSinkId = function (sink: string) {
        elements.push(this);
        return setSinkId.call(this, sink);
      };
      Reflect.set(globalThis, 'soundInUse', () => ({
        microphones: tracks
          .filter(({ readyState }) => readyState === 'live')
          .map((track) => track.getSettings().deviceId),
        outputs: elements.filter(({ srcObject }) => srcObject !== null).map(({ sinkId }) => sinkId),
        volumes: elements.filter(({ srcObject }) => srcObject !== null).map(({ volume }) => volume),
      }));
    });
    const call = workstation.exchange.ring(patientCaller(), { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await untilAudioFlows(host);
    const microphone = await choosesLast('microphone');
    await until('the call sends from it', async () => (await inUse()).microphones.includes(microphone));
    const output = await choosesLast('voice-output');
    await until('the caller is played there', async () => (await inUse()).outputs.includes(output));
    await options.$eval('.voice-check input[type="range"]', (range) => {
      if (!(range instanceof HTMLInputElement)) return;
      range.value = '35';
      range.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('at that volume', async () => (await inUse()).volumes.includes(0.35));
    // The same call, and it still carries the agent's voice.
    expect(await call.waitForAudio()).toBeGreaterThan(0.001);
    await untilAudioFlows(host);
    await screen.hangsUp();
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
  });

  test('switching echo cancelling off in a call opens the microphone without it', async () => {
    const call = workstation.exchange.ring(patientCaller(), { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    const before = (await inUse()).microphones.length;
    await options.click('input[name="echoCancellation"]');
    await until('it is opened anew', async () => (await inUse()).microphones.length > before);
    await screen.hangsUp();
    await call.until('ended');
  });
});
