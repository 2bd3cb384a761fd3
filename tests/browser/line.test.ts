import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { type Scenario, scenario } from '../../practice/scenario.ts';
import { faintVoice } from '../../practice/scenarios/faint-voice.ts';
import { noisyLine } from '../../practice/scenarios/noisy-line.ts';
import { silentCaller } from '../../practice/scenarios/silent-caller.ts';
import { streetMarket } from '../../practice/scenarios/street-market.ts';
import { agentVoice } from '../helpers/agent-voice.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { analysersAlive } from '../helpers/analysers-alive.ts';
import { answerCall, comesToRest } from '../helpers/answer-call.ts';
import { impatientExtension } from '../helpers/impatient-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { times } from '../helpers/soak.ts';
import { until } from '../helpers/until.ts';

const CHIP = '.suggestion-chips';
const HINT = '.call-state-row__hint';
const METER = '.line-meter';
/** Anything that only the line analyser can have caused. */
const FROM_THE_LINE = /无声电话|杂音大|声音小|免提听不清|没收到对方|丢包|您在静音/;
/** The same without noise, which a crowd may cause. */
const BUT_NOISE = /无声电话|声音小|免提听不清|没收到对方|丢包|您在静音/;

const PAUSES = scenario({
  id: 'pauses',
  title: 'Speaks, and looks something up',
  caller: { number: '+8613900002233', displayName: null },
  onAnswer: [
    { do: 'speak', audio: 'can-you-hear' },
    { do: 'stay-silent', ms: 4000 },
    { do: 'speak', audio: 'order-number' },
    { do: 'stay-on' },
  ],
});
const PATIENT = scenario({ ...PAUSES, id: 'patient', onAnswer: [{ do: 'stay-on' }] });

/**
 * Real calls from the practice exchange, with a pack of short thresholds. The agent greets, then is
 * silent.
 */
describeWith(['chromium'], 'what the panel notices on the line by itself', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  let call: PracticeCall;
  const leaves: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const extension = await impatientExtension({ silenceSeconds: 2, noiseSeconds: 2, quietSeconds: 2 });
    const voice = await agentVoice([
      { audio: 'callee-greeting', seconds: 1.6 },
      { audio: null, seconds: 60 },
    ]);
    leaves.push(extension.remove, voice.remove);
    workstation = await openAgentWorkstation({ extension: extension.path, voice: voice.path });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    await Promise.all(leaves.map((leave) => leave()));
  });
  afterEach(() => comesToRest(workstation, screen));

  async function answer(caller: Scenario): Promise<void> {
    call = await answerCall(workstation, screen, caller);
  }
  async function noneSuggestedFor(seconds: number, unwanted = FROM_THE_LINE): Promise<void> {
    const until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      const said = (await screen.text(CHIP)) + (await screen.text('.call-state-row'));
      expect(said).not.toMatch(unwanted);
      await workstation.panel.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    }
  }

  for (let round = 1; round <= times(1, 10); round += 1) {
    test(`nothing listens but in a call; a silent caller is suggested, and speech ends the script (${round})`, async () => {
      expect(await analysersAlive(workstation.chromium)).toEqual({ workers: 0, contexts: 0 });
      await answer(silentCaller);
      await screen.shows(CHIP, /无声电话.*顾客 2 秒未出声/, 20_000);
      await screen.shows(METER, /顾客没声/);
      expect(await analysersAlive(workstation.chromium)).toEqual({ workers: 1, contexts: 1 });
      await screen.presses(`${CHIP} .button--main`);
      await screen.shows('.script-card__title', '无声电话');
      await screen.presses('.script-advance .button--main');
      void call.speak('can-you-hear');
      await screen.shows(METER, '顾客说话');
      await screen.gone('.wait-bar');
      expect(await screen.isThere('.script-card__title')).toBe(false);
      await call.hangUp();
      await screen.shows('.line-report', /没人说话 0:\d\d.*线路是通的/);
      await until('nothing listens any more', async () => {
        const { workers, contexts } = await analysersAlive(workstation.chromium);
        return workers === 0 && contexts === 0;
      });
    });

    test(`a hiss is a noisy line (${round})`, async () => {
      await answer(noisyLine);
      await screen.shows(CHIP, /杂音大/, 20_000);
    });

    test(`a market of voices is never a silent caller, at most a noisy line; whose voice it is, the agent hears (${round})`, async () => {
      await answer(streetMarket);
      await screen.shows(METER, '顾客说话');
      await noneSuggestedFor(3, BUT_NOISE);
    });

    test(`a faint voice has two scripts of its own, with its level (${round})`, async () => {
      await answer(faintVoice);
      await screen.shows(CHIP, /(声音小|免提听不清).*声音小 2 秒/, 20_000);
      await screen.shows(CHIP, /只有 −\d\d 分贝/, 20_000);
    });

    test(`a caller who speaks with long pauses brings nothing (${round})`, async () => {
      await answer(PAUSES);
      await call.until('step-done', { nth: 1, timeoutMs: 20_000 });
      await noneSuggestedFor(3.5);
    });

    test(`on hold, neither silence nor noise nor missing packets bring anything (${round})`, async () => {
      await answer(PATIENT);
      await screen.presses('.call-controls ::-p-text(保持)');
      await screen.presses('.call-controls ::-p-text(保持)');
      await call.until('held');
      call.loop('pink-noise');
      await noneSuggestedFor(4.5);
    });

    test(`an agent who talks while muted gets a hint, and no script comes up (${round})`, async () => {
      call = workstation.exchange.ring(PATIENT, { user: AGENT.user });
      await screen.answers();
      await screen.presses('.call-controls ::-p-text(静音)');
      await screen.presses('.call-controls ::-p-text(静音)');
      await screen.shows(HINT, '您在静音');
      expect(await screen.text(CHIP)).not.toMatch(FROM_THE_LINE);
      await call.hangUp();
      await screen.shows('.line-report', '静音时说话');
    });

    test(`packets that stop in mid-call are the network, not the caller (${round})`, async () => {
      await answer(PATIENT);
      call.loop('delivery-question');
      await screen.shows(METER, '顾客说话');
      call.stopRtp();
      await screen.shows(HINT, '没收到对方的声音', 20_000);
      expect(await screen.text(CHIP)).not.toMatch(/无声电话/);
      call.resumeRtp();
      await screen.gone(HINT);
    });
  }

  test('switched off in mid-call it takes everything back at once, and scripts are picked by hand as before', async () => {
    const options = await workstation.chromium.openPage('options.html');
    await answer(silentCaller);
    await screen.shows(CHIP, '无声电话', 20_000);
    await options.click('input[name="listenToLine"]');
    await screen.gone(METER);
    await screen.shows(CHIP, /^$/);
    expect(await analysersAlive(workstation.chromium)).toEqual({ workers: 0, contexts: 0 });
    await noneSuggestedFor(2.5);
    await screen.finds('ws', '无声电话');
    await options.click('input[name="listenToLine"]');
    await screen.shows(METER, /顾客没声/);
    await options.close();
  });
});
