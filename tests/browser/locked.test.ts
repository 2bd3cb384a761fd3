import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { ha1 } from '../../storage/vault/credentials-store.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { filesIn, seenIn } from '../helpers/profile-files.ts';
import { setUpAgent } from '../helpers/set-up-agent.ts';

const NOTE = '客户问发票抬头';
/** Not in the product's own lists of names, which the browser caches. */
const SURNAME = '万俟甲';

/**
 * One profile over three browser starts: set up and used, opened by passphrase, opened by recovery
 * code.
 */
describeWith(['chromium'], 'a profile that outlives its browser', () => {
  let profile: string;
  let exchange: Exchange;
  let chromium: ExtensionChromium;
  let screen: PanelScreen;
  let recoveryCode = '';

  async function start(): Promise<void> {
    chromium = await launchChromium({ profile });
    screen = panelScreen(await chromium.openPanel());
  }

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'sansheng-locked-'));
    exchange = await startExchange({ users: [AGENT] });
    chromium = await launchChromium({ profile });
    const options = await chromium.openPage('options.html');
    recoveryCode = await setUpAgent(options, {
      passphrase: PASSPHRASE,
      sipServer: exchange.url,
      sipDomain: exchange.domain,
      sipUser: AGENT.user,
      password: AGENT.password,
      remember: true,
    });
    await exchange.waitForRegistration(AGENT.user);
    screen = panelScreen(await chromium.openPanel());
    // A panel in a tab too: browsers save the field contents of tabs.
    const tab = await chromium.openPage('sidepanel.html');
    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.writes(NOTE);
    await screen.focuses('input[name="surname"]');
    await (await chromium.openPanel()).keyboard.type(SURNAME);
    await screen.waitUntilSaved();
    await tab.waitForFunction((note) => document.querySelector('textarea')?.value === note, {}, NOTE);
    await call.hangUp();
    await screen.presses('.wrap-up-foot .button--main');
    await screen.shows('.idle-view', NOTE);
    await chromium.close();
  });
  afterAll(async () => {
    await chromium?.close();
    await exchange?.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('the copied folder gives a thief nothing', async () => {
    const files = await filesIn(profile);
    const ha1OfAccount = ha1(AGENT.user, exchange.domain, AGENT.password);
    const number = neverHangsUp.caller.number.slice(3);
    for (const secret of [
      NOTE,
      SURNAME,
      '吴女士',
      number,
      AGENT.password,
      PASSPHRASE,
      ha1OfAccount,
      recoveryCode,
    ]) {
      expect(seenIn(files, secret), secret).toEqual([]);
    }
    // The account's domain is no secret: the same search finds it.
    expect(seenIn(files, exchange.domain)).not.toEqual([]);
  });

  test('started again, the panel is locked and shows nothing of today', async () => {
    await start();
    await screen.appears('.lock-screen');
    const text = await screen.text('body');
    for (const hidden of [NOTE, SURNAME, '8901']) expect(text).not.toContain(hidden);
    await screen.shows('.status-line', '解锁');
    expect(exchange.isRegistered(AGENT.user)).toBe(false);
  });

  test('a wrong passphrase says so; the right one shows the notes and registers without a password', async () => {
    await screen.focuses('input[name="passphrase"]');
    const { keyboard } = await chromium.openPanel();
    await keyboard.type('not the passphrase');
    await keyboard.press('Enter');
    await screen.shows('.field__problem', '口令');
    for (let letter = 0; letter < 'not the passphrase'.length; letter += 1) await keyboard.press('Backspace');
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await screen.shows('.idle-view', NOTE);
    await exchange.waitForRegistration(AGENT.user);
    await screen.shows('.status-line--ready', '可接听');
    await chromium.close();
  });

  test('a later start is opened by the recovery code, in whatever case it is typed', async () => {
    await start();
    await screen.presses('.lock-screen > .button');
    await screen.focuses('input[name="recovery-code"]');
    const { keyboard } = await chromium.openPanel();
    await keyboard.type(recoveryCode.toLowerCase());
    await keyboard.press('Enter');
    await screen.shows('.idle-view', NOTE);
    await exchange.waitForRegistration(AGENT.user);
  });
});
