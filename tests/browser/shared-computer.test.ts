import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { fillIn, makeVault, setUpAgent } from '../helpers/set-up-agent.ts';

const NOTE = '客户问保修期到哪天';
const OTHER = { user: '0517', password: 'for-practice-as-well' } as const;
const NEWCOMER = '0733';
const OTHER_PASSPHRASE = 'another passphrase altogether';

/** Two agents, one computer, one browser. */
describeWith(['chromium'], 'a shared computer', () => {
  let exchange: Exchange;
  let chromium: ExtensionChromium;
  let screen: PanelScreen;

  beforeAll(async () => {
    exchange = await startExchange({ users: [AGENT, OTHER] });
    chromium = await launchChromium();
    const phone = { sipServer: exchange.url, sipDomain: exchange.domain, remember: true };
    const options = await chromium.openPage('options.html');
    const { user: sipUser, password } = AGENT;
    await setUpAgent(options, { ...phone, passphrase: PASSPHRASE, sipUser, password });
    await exchange.waitForRegistration(AGENT.user);
    screen = panelScreen(await chromium.openPanel());
    const call = exchange.ring(neverHangsUp, { user: AGENT.user });
    await screen.answers();
    await call.until('answered');
    await screen.writes(NOTE);
    await screen.waitUntilSaved();
    await screen.presses('.category-choice__choice:nth-of-type(2)');
    await call.hangUp();
    await screen.appears('.wrap-up-foot');
    await screen.shows('.category-choice__choice[aria-pressed="true"]', '业务');
    await screen.finishes();
    await screen.shows('.idle-view', NOTE);

    await panelScreen(options).presses('.agents__more .button');
    await fillIn(options, 'newAgentNumber', OTHER.user);
    await makeVault(options, OTHER_PASSPHRASE);
    await setUpAgent(options, {
      ...phone,
      newVault: false,
      passphrase: OTHER_PASSPHRASE,
      agentNumber: OTHER.user,
      sipUser: OTHER.user,
      password: OTHER.password,
    });
    await exchange.waitForRegistration(OTHER.user);
  });
  afterAll(async () => {
    await chromium?.close();
    await exchange?.stop();
  });

  async function locks(): Promise<void> {
    await screen.presses('.status-line .button:last-child');
    await screen.pressesText('.panel-menu button', '锁定');
    await screen.appears('.lock-screen');
    await screen.gone('.panel-menu');
  }

  async function unlocksWith(passphrase: string): Promise<void> {
    await screen.focuses('.lock-screen input');
    await (await chromium.openPanel()).keyboard.type(passphrase);
    await (await chromium.openPanel()).keyboard.press('Enter');
  }

  test('the second agent sees nothing of what the first one wrote', async () => {
    await screen.shows('.idle-view', '今天的电话');
    expect(await screen.text('body')).not.toContain(NOTE);
  });

  test('the lock screen names both; who is pressed unlocks with their own passphrase, and with no other', async () => {
    await locks();
    await screen.shows('.lock-screen__agent[aria-pressed="true"]', OTHER.user);
    await screen.pressesText('.lock-screen__agent', AGENT.user);
    await screen.shows('.lock-screen__agent[aria-pressed="true"]', AGENT.user);
    await unlocksWith(OTHER_PASSPHRASE);
    await screen.shows('.field__problem', '口令不对');
    await screen.focuses('.lock-screen input');
    await (await chromium.openPanel()).$eval('.lock-screen input', (field) => {
      if (field instanceof HTMLInputElement) field.select();
    });
    await unlocksWith(PASSPHRASE);
    await screen.shows('.idle-view', NOTE);
  });

  test('the phone, too, is that of the agent who sits here', async () => {
    await exchange.waitForRegistration(AGENT.user);
    expect(exchange.isRegistered(OTHER.user)).toBe(false);
  });

  test('and back: their own panel again, without the note', async () => {
    await locks();
    await screen.pressesText('.lock-screen__agent', OTHER.user);
    await screen.shows('.lock-screen__agent[aria-pressed="true"]', OTHER.user);
    await unlocksWith(OTHER_PASSPHRASE);
    await screen.shows('.idle-view', '今天的电话');
    expect(await screen.text('body')).not.toContain(NOTE);
  });

  test('who is added at the locked computer waits until an unlocked colleague approves them by name, and can be removed', async () => {
    await locks();
    const options = await chromium.openPage('options.html');
    const page = panelScreen(options);
    const lineOf = (agent: string, button: string) =>
      `::-p-xpath(//li[contains(., "${agent}")]//button[contains(., "${button}")])`;
    await page.presses('.agents__more .button');
    await fillIn(options, 'newAgentNumber', NEWCOMER);
    await makeVault(options, 'of a newcomer at the computer');
    await page.shows('.agents__list', `${NEWCOMER}等待批准`);

    await page.presses(lineOf(OTHER.user, '换成这位'));
    await fillIn(options, 'unlock', OTHER_PASSPHRASE);
    await options.keyboard.press('Enter');
    await page.presses(lineOf(NEWCOMER, `批准 ${NEWCOMER}`));
    await page.shows('.confirm', '只批准你认识的人');
    await page.presses('.confirm__sure');
    await page.gone(lineOf(NEWCOMER, '批准'));

    await page.presses(lineOf(NEWCOMER, '移除'));
    await page.presses('.confirm__sure');
    await page.shows('.agents [role="status"]', `已移除 ${NEWCOMER}，还有 0 项没送出`);
    expect(await options.$(lineOf(NEWCOMER, '换成这位'))).toBe(null);
  });
});
