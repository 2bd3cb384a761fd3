import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EAR_FILES } from '../../audio/ear-assets.ts';
import { loadAudio } from '../../practice/audio-file.ts';
import { decodeMulaw } from '../../practice/media/mulaw.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT } from '../helpers/agent-desk.ts';
import { type FirefoxDesk, openFirefoxDesk } from '../helpers/firefox-desk.ts';
import { watchEarpiece } from '../helpers/firefox-earpiece.ts';
import { allowMicrophone } from '../helpers/firefox-prompt.ts';
import { describeWith } from '../helpers/need-program.ts';

describeWith(['firefox-esr'], 'a real call in the real sidebar of Firefox', () => {
  let desk: FirefoxDesk;
  beforeAll(async () => {
    desk = await openFirefoxDesk();
  });
  afterAll(async () => await desk?.close());

  test('rings, is answered with the greeting, heard both ways, noted, and ended by the caller', async () => {
    const { sidebar, exchange } = desk;
    const earpiece = await watchEarpiece(desk.options);
    await sidebar.shows('.status-line--ready', '可接听');

    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await sidebar.shows('.ring-dial__count', '第 1 声');
    await sidebar.click('.ring-actions__answer');
    await call.until('answered');
    await sidebar.shows('.script-card__step', /好.*示例热线.*工号\s*0283/);
    expect(await call.heardAudio()).toBeGreaterThan(0.001);
    await earpiece.waitUntilPlayed();
    call.stopRtp();
    await sidebar.shows('.call-state-row__hint', '没收到对方的声音');
    call.resumeRtp();

    await sidebar.writes('textarea', '问订单进度');
    await sidebar.shows('.saved-mark', '已保存');
    await call.hangUp();
    await sidebar.shows('.wrap-up-panel', '顾客挂断');
    expect(await sidebar.evaluate(`document.querySelector('textarea').value`)).toBe('问订单进度');
    await sidebar.click('.wrap-up-form .button--main');
    await sidebar.shows('.idle-view', '问订单进度');
  });

  test('the ear’s worklet, worker and speech model run here, out of the package', async () => {
    const samples = Array.from(loadAudio('delivery-question'), (byte) => decodeMulaw(byte) / 32_768);
    expect(await loudestSpeech(desk.options, samples)).toBeGreaterThan(0.9);
    expect(
      await loudestSpeech(
        desk.options,
        samples.map(() => 0),
      ),
    ).toBeLessThan(0.1);
  });
});

describeWith(['firefox-esr'], 'Firefox asks for the microphone', () => {
  let desk: FirefoxDesk;
  beforeAll(async () => {
    desk = await openFirefoxDesk({ microphone: 'ask' });
  });
  afterAll(async () => await desk?.close());

  test('before it was asked for, the lamp says that it is to be allowed', async () => {
    await desk.sidebar.shows('.status-line__says', '还没允许麦克风');
  });

  test('a grant that was not remembered is explained, and the lamp names it', async () => {
    await desk.options.bringToFront();
    await desk.options.click('.microphone-check .button--main');
    await allowMicrophone(desk.firefox.browser, { remember: false });
    await desk.options.waitForFunction(() =>
      document.querySelector('.microphone-check__bad')?.textContent?.includes('没有记住'),
    );
    await desk.sidebar.shows('.status-line__says', '没有被记住');
  });

  test('Firefox asks again at once; remembered now, the phone is ready and a call is heard', async () => {
    await allowMicrophone(desk.firefox.browser, { remember: true });
    await desk.sidebar.shows('.status-line__says', '可接听');
    const call = desk.exchange.ring(neverHangsUp, { user: AGENT.user });
    await desk.sidebar.click('.ring-actions__answer');
    await call.until('answered');
    expect(await call.heardAudio()).toBeGreaterThan(0.001);

    // The sidebar lends the microphone: closed, the call lives on without the agent's voice, and gets it back.
    await desk.sidebar.close();
    await desk.sidebar.open();
    await desk.sidebar.shows('.script-card__step', '示例热线');
    expect(await call.heardAudio()).toBeGreaterThan(0.001);
    await call.hangUp();
    await desk.sidebar.shows('.wrap-up-panel', '顾客挂断');
  });
});

/**
 * The surest speech that the ear finds in a sound of 8 kHz. Rendered, not played: Firefox runs no live audio context where
 * there is no audio device.
 */
async function loudestSpeech(page: Page, samples: readonly number[]): Promise<number> {
  return await page.evaluate(
    async (sound, files) => {
      const context = new OfflineAudioContext(1, 20 * 48_000, 48_000);
      await context.audioWorklet.addModule(files.worklet);
      const buffer = new AudioBuffer({ length: sound.length, sampleRate: 8000 });
      buffer.copyToChannel(Float32Array.from(sound), 0);
      const source = new AudioBufferSourceNode(context, { buffer, loop: true });
      const worklet = new AudioWorkletNode(context, 'ear', {
        ...{ numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' as const },
      });
      const worker = new Worker(files.worker, { type: 'module' });
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ ask: 'load', weights: files.weights, kernel: files.kernel });
      worker.postMessage({ ask: 'hear', side: 'remote' }, [port1]);
      worklet.port.postMessage(port2, [port2]);
      source.connect(worklet);
      source.start();
      const surest = new Promise<number>((resolve, reject) => {
        let frames = 0;
        let most = 0;
        worker.onmessage = ({ data }) => {
          if (data.answer === 'failed') reject(new Error(data.why));
          else most = Math.max(most, data.judged.speech);
          frames += 1;
          if (frames === 150) resolve(most);
        };
      });
      await context.startRendering();
      const found = await surest;
      worker.terminate();
      return found;
    },
    samples,
    EAR_FILES,
  );
}
