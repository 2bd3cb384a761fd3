import { afterAll, beforeAll, test } from 'vitest';
import { silentCaller } from '../../practice/scenarios/silent-caller.ts';
import { AGENT } from '../helpers/agent-workstation.ts';
import { type FirefoxWorkstation, openFirefoxWorkstation } from '../helpers/firefox-workstation.ts';
import { impatientExtension } from '../helpers/impatient-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { startSoundServer } from '../helpers/sound-server.ts';

describeWith(['firefox-esr', 'pulseaudio'], 'Firefox hears the line', () => {
  let workstation: FirefoxWorkstation;
  const leaves: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const sound = await startSoundServer();
    leaves.push(sound.stop);
    const extension = await impatientExtension({ silenceSeconds: 2 }, '.output/firefox-mv2');
    leaves.push(extension.remove);
    workstation = await openFirefoxWorkstation({ env: sound.env, extension: extension.path });
  });
  afterAll(async () => {
    await workstation?.close();
    await Promise.all(leaves.map((leave) => leave()));
  });

  test('a silent caller is suggested, and a word takes the suggestion back', async () => {
    const { sidebar, exchange } = workstation;
    const call = exchange.ring(silentCaller, { user: AGENT.user });
    await sidebar.click('.ring-actions__answer');
    await call.until('answered');
    // The browser's test tone is not speech, so the agent confirms the greeting.
    await sidebar.click('.script-advance .button--main');
    await sidebar.shows('.suggestion-chips', /无声电话.*顾客 2 秒未出声/);
    await sidebar.shows('.line-meter', /顾客没声/);
    void call.speak('can-you-hear');
    await sidebar.shows('.line-meter', '顾客说话');
    await sidebar.waitFor(`!document.querySelector('.suggestion-chips')?.textContent.includes('无声电话')`);
    await call.hangUp();
    await sidebar.shows('.line-report', '没人说话');
  });
});
