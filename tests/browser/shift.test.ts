import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { axeFindings } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { setUpAgent } from '../helpers/set-up-agent.ts';

/** One shift from sign-in to sign-out, with a harasser and a restart of the browser. */
describeWith(['chromium'], 'a shift', () => {
  let profile: string;
  let exchange: Exchange;
  let chromium: ExtensionChromium;
  let screen: PanelScreen;
  const ring = (): PracticeCall => exchange.ring(neverHangsUp, { user: AGENT.user });

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'sansheng-shift-'));
    exchange = await startExchange({ users: [AGENT] });
    chromium = await launchChromium({ profile });
    await setUpAgent(await chromium.openPage('options.html'), {
      passphrase: PASSPHRASE,
      sipServer: exchange.url,
      sipDomain: exchange.domain,
      sipUser: AGENT.user,
      password: AGENT.password,
      remember: true,
    });
    await exchange.waitForRegistration(AGENT.user);
    screen = panelScreen(await chromium.openPanel());
  });
  afterAll(async () => {
    await chromium?.close();
    await exchange?.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The status that a caller gets at once, without ringing. */
  async function turnedAway(): Promise<unknown> {
    return (await ring().until('ended')).end;
  }

  test('begins with a short checklist, and one press', async () => {
    await screen.shows('.sign-in-card__checks', /麦克风\s*正常.*电话系统\s*正常.*铃声\s*正常/);
    await screen.presses('.sign-in-card .button--main');
    await screen.shows('.status-readiness', '就绪');
    await screen.gone('.sign-in-card');
  });

  test('a molester is registered in two presses; the wrap-up takes no call, and offers a break', async () => {
    const call = ring();
    await screen.answers();
    await call.until('answered');
    await screen.finds('srdh', '骚扰电话');
    await screen.presses('.call-controls__control:nth-of-type(5)');
    await screen.presses('.register-kinds__kinds .button:nth-of-type(4)');
    await screen.gone('.tool-sheet');
    await call.hangUp();
    await screen.shows('.register-kinds__done', '已登记：恶作剧');
    await screen.shows('.status-readiness', /话后\s*\d:\d\d/);
    expect(await turnedAway()).toEqual({ how: 'rejected', sipStatus: 480 });
    expect(await screen.isThere('.ring-dial')).toBe(false);
    await screen.presses('.break-offer .button');
    await screen.shows('.status-readiness', /缓一缓\s*\d:\d\d/);
    await screen.shows('.today-list', '未就绪，已婉拒');
  });

  test('a closed panel and a restart of the browser change nothing of it', async () => {
    await chromium.closePanel();
    expect(await turnedAway()).toEqual({ how: 'rejected', sipStatus: 480 });
    await chromium.close();
    chromium = await launchChromium({ profile });
    screen = panelScreen(await chromium.openPanel());
    await screen.appears('.lock-screen input');
    await screen.focuses('.lock-screen input');
    await (await chromium.openPanel()).keyboard.type(`${PASSPHRASE}\n`);
    await screen.shows('.status-readiness', '缓一缓');
    await exchange.waitForRegistration(AGENT.user);
    expect(await turnedAway()).toEqual({ how: 'rejected', sipStatus: 480 });
  });

  test('ready again, the known source warns at the ring; struck off, it does not', async () => {
    await screen.presses('.status-readiness');
    await screen.shows('.shift-sheet__today', /未就绪时婉拒的来电\s*[1-9]/);
    expect(await axeFindings(await chromium.openPanel())).toEqual([]);
    await screen.presses('.shift-sheet__choice');
    await screen.shows('.status-readiness', '就绪');
    const call = ring();
    await screen.shows('.call-card__history--harasser', '骚扰号码');
    await screen.shows('.suggestion-chips', '骚扰电话');
    await screen.rejects();
    await call.until('ended');

    await screen.presses('.status-line .button--square');
    await screen.presses('.panel-menu__item:nth-of-type(5)');
    await screen.shows('.harassment-sheet__sources', /1 次\s*恶作剧/);
    await screen.presses('.harassment-entry .button');
    await screen.focuses('.harassment-entry__strike input');
    await (await chromium.openPanel()).keyboard.type('登记错了\n');
    await screen.shows('.harassment-entry--struck', '撤销：登记错了');
    await screen.presses('.sheet__head .button');
    const again = ring();
    await screen.appears('.ring-dial');
    await screen.gone('.call-card__history--harasser');
    await again.cancel();
  });

  test('leaving asks about what is open, and then the phone is gone and everything is locked', async () => {
    await screen.presses('.status-readiness');
    await screen.presses('.shift-sheet__out');
    await screen.shows('.sign-out-sheet__open', '还没交接');
    await screen.presses('.sheet > .button--main');
    await screen.appears('.lock-screen');
    await exchange.waitForUnregistration(AGENT.user);
  });
});
