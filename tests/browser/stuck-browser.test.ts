import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import {
  AGENT,
  type AgentWorkstation,
  openAgentWorkstation,
  PASSPHRASE,
} from '../helpers/agent-workstation.ts';
import {
  faultyExtension,
  MAY_BE_SET_BACK,
  SOUND_MAY_STICK,
  setClock,
  stickSound,
} from '../helpers/faulty-extension.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';

const HOUR = 3_600_000;

/** One workstation whose browser lets down its pages; nothing of it may leave an agent waiting. */
describeWith(['chromium'], 'a browser that does not do what it should', () => {
  let extension: Awaited<ReturnType<typeof faultyExtension>>;
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    extension = await faultyExtension([
      { where: 'offscreen.html', script: SOUND_MAY_STICK },
      { where: 'offscreen.html', script: MAY_BE_SET_BACK },
      { where: 'sidepanel.html', script: MAY_BE_SET_BACK },
    ]);
    workstation = await openAgentWorkstation({ extension: extension.path });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => {
    await workstation?.close();
    await extension?.remove();
  });

  async function talks() {
    const call = workstation.exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    return call;
  }

  test('an output that vanished and an AudioContext that stays suspended: words, and a retry', async () => {
    const { panel } = workstation;
    await panel.evaluate(stickSound(true));
    const call = await talks();
    await screen.shows('.phone-notices', '对方的声音放不出来');
    await screen.shows('.phone-notices', '听不到线路');
    await panel.evaluate(stickSound(false));
    await screen.presses('.phone-notices .button');
    await screen.gone('.phone-notices');
    await call.hangUp();
    await screen.finishes();
  });

  test('the clock is set back by an hour in a call: it is wrapped up, and so is the next', async () => {
    const { panel } = workstation;
    const first = await talks();
    await panel.evaluate(setClock(-HOUR));
    await first.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    expect(await panel.$eval('.wrap-up-panel', ({ textContent }) => textContent)).not.toMatch(/-\d|59:|小时/);
    await screen.finishes();
    const second = await talks();
    await screen.appears('.call-panel');
    await second.hangUp();
    await screen.shows('.wrap-up-panel', '顾客挂断');
    await screen.finishes();
    await panel.evaluate(setClock(0));
  });

  test('a frozen page holds the lock of the keys: the notes are locked all the same, and open once it is gone', async () => {
    const page = await workstation.chromium.openPage('options.html');
    await page.evaluate("void navigator.locks.request('sansheng-vault', () => new Promise(() => {}))");
    const devtools = await page.createCDPSession();
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await screen.presses('.status-line .button:last-child');
    await screen.pressesText('.panel-menu button', '锁定');
    await screen.appears('.lock-screen');
    await page.close();
    await screen.focuses('.lock-screen input');
    await workstation.panel.keyboard.type(PASSPHRASE);
    await workstation.panel.keyboard.press('Enter');
    await screen.gone('.lock-screen');
  });
});
