import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { setUpAgent } from '../helpers/set-up-agent.ts';
import { until } from '../helpers/until.ts';

/** A frame that is sent while a page closes never leaves it: nobody hears a BYE then. */
describeWith(['chromium'], 'a browser that is killed in a call', () => {
  let profile: string;
  let exchange: Exchange;
  let chromium: ExtensionChromium;
  afterEach(async () => {
    await chromium.close();
    await exchange.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const byes = () => exchange.requests.filter(({ request }) => request.method === 'BYE');

  test('ends the call after the unlock, asks for no SIP password, and redials nothing by itself', async () => {
    profile = await mkdtemp(join(tmpdir(), 'sansheng-abandoned-'));
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
    let screen = panelScreen(await chromium.openPanel());
    // A call that ended as usual needs no BYE later.
    const earlier = exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await earlier.until('answered');
    await earlier.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('media-connected');
    chromium.browser.process()?.kill('SIGKILL');
    await until('the browser is gone', () => !chromium.browser.connected);

    chromium = await launchChromium({ profile });
    const panel = await chromium.openPanel();
    screen = panelScreen(panel);
    await screen.appears('.lock-screen');
    expect(byes()).toEqual([]);
    await screen.focuses('input[name="passphrase"]');
    await panel.keyboard.type(PASSPHRASE);
    await panel.keyboard.press('Enter');
    expect(await call.until('ended', { timeoutMs: 30_000 })).toMatchObject({
      end: { how: 'hung-up', by: 'agent' },
    });
    expect(byes()).toHaveLength(1);
    // To call again is for the agent.
    await screen.shows('.lost-call-banner', '回拨');
    expect(exchange.calls()).toEqual([]);
    expect(exchange.requests.filter(({ request }) => request.method === 'INVITE')).toEqual([]);

    // The next host has nothing left to end.
    const offscreen = await chromium.offscreen();
    await chromium.worker.evaluate('chrome.offscreen.closeDocument()');
    await until('the phone host is gone', () => offscreen.isClosed());
    await panel.waitForSelector('.status-line:not(.status-line--ready)');
    await panel.waitForSelector('.status-line--ready', { timeout: 40_000 });
    expect(byes()).toHaveLength(1);
    expect(exchange.requests.filter(({ request }) => request.method === 'INVITE')).toEqual([]);
  });
});
