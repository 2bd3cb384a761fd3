import { rm } from 'node:fs/promises';
import type { Page, Target } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditAnswerSchema } from '../../contract/api/audit.ts';
import { CHROME_EXTENSION_ID } from '../../tools/stable-chrome-key.ts';
import { PASSPHRASE } from '../helpers/agent-workstation.ts';
import { axeFindings } from '../helpers/axe.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../helpers/lead-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { startIssuer } from '../helpers/server/issuer.ts';
import { makeVault } from '../helpers/set-up-agent.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';

describeWith(
  ['chromium'],
  'signing in with the company’s account, in the browser’s own window for it',
  () => {
    let server: TeamServer;
    let issuer: Awaited<ReturnType<typeof startIssuer>>;
    let extension: string;
    let admin: LeadWorkstation;
    let agent: ExtensionChromium;
    let options: Page;
    let organisation = '';

    beforeAll(async () => {
      [server, issuer] = await Promise.all([
        startTeamServer(await freshDatabase()),
        startIssuer(`https://${CHROME_EXTENSION_ID}.chromiumapp.org/`),
      ]);
      extension = await extensionThatReaches('http://127.0.0.1', ['identity']);
      admin = await openLeadWorkstation(
        server,
        { extension },
        { number: '0002', name: '管理员', role: 'admin' },
      );
      agent = await launchChromium({ extension });
      options = await agent.openPage('options.html');
      await makeVault(options, PASSPHRASE);
      await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
    }, 180_000);
    afterAll(async () => {
      await admin?.close();
      await agent?.close();
      issuer?.close();
      await server?.close();
      await rm(extension, { recursive: true, force: true });
    });

    /** Enters address and organisation; returns the browser's sign-in window. */
    async function beginsToSignIn(): Promise<Page> {
      const address = await options.waitForSelector('input[name="teamServer"]');
      await address?.click({ count: 3 });
      await address?.type(server.url);
      await options.$eval('.team-part details', (details) => {
        details.open = true;
      });
      const field = await options.waitForSelector('input[name="organisation"]', { visible: true });
      await field?.click({ count: 3 });
      await field?.type(organisation);
      const isIssuer = (target: Target) => target.url().startsWith(issuer.url);
      const [target] = await Promise.all([
        agent.browser.waitForTarget(isIssuer, { timeout: 20_000 }),
        options.keyboard.press('Enter'),
      ]);
      return await target.asPage();
    }

    /** Name and password, then the consent. The window closes by itself. */
    async function signsInAs(page: Page, account: string): Promise<void> {
      await page.waitForSelector('input[name="login"]');
      await page.type('input[name="login"]', account);
      await page.type('input[name="password"]', 'any');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await page.waitForSelector('button[type="submit"]');
      const closed = new Promise((resolve) => page.once('close', resolve));
      await page.click('button[type="submit"]');
      await closed;
    }

    test('an admin enters the issuer at the desk, and finds what agents and issuer need to know', async () => {
      await admin.goTo('#/organisation');
      const leadPage = admin.page;
      const screen = panelScreen(leadPage);
      await screen.shows('main', '现在只能用加入码');
      await screen.shows('main', `https://${CHROME_EXTENSION_ID}.chromiumapp.org/`);
      await leadPage.type('input[name="issuer"]', 'http://login.example.com');
      await screen.shows('.lead-field__problem', '要一个 https:// 地址');
      await leadPage.click('input[name="issuer"]', { count: 3 });
      await leadPage.type('input[name="issuer"]', issuer.url);
      await leadPage.type('input[name="clientId"]', 'sansheng');
      await leadPage.type('input[name="claim"]', 'agent_number');
      await screen.presses('.lead-form .button--main:not([disabled])');
      await screen.shows('main', '成员可以用公司账号登录');
      organisation = await screen.text('.team-page__facts dd');
      expect(organisation).toMatch(/^[0-9A-Z]{6}$/);
      expect(await axeFindings(leadPage)).toEqual([]);
    });

    test('who closes the window is told so, and nothing is joined', async () => {
      const page = await beginsToSignIn();
      await page.waitForSelector('input[name="login"]');
      await page.close();
      await panelScreen(options).shows('.team-part__problem', '没有登录成');
    });

    test('an account whose number nobody of the team has is refused', async () => {
      await signsInAs(await beginsToSignIn(), 'bert:9999');
      await panelScreen(options).shows('.team-part__problem', '这个账号不能登录这个团队');
      expect(await options.$('.team-part__server')).toBe(null);
    });

    test('the account that carries the agent’s number joins as that agent, on record, and compares the fingerprint', async () => {
      // The first code makes the team’s root.
      await admin.goTo('#/members');
      const leadPage = panelScreen(admin.page);
      await leadPage.presses('::-p-xpath(//tr[contains(., "小林")]//button[contains(., "加入码")])');
      await leadPage.shows('.team-page__link', '#');
      const fingerprint = await admin.fingerprint();
      await admin.page.waitForSelector('.signers__root');
      await signsInAs(await beginsToSignIn(), 'anna:0283');
      await panelScreen(options).shows('.team-part', '0283');
      await options.waitForSelector('.team-part__server');
      const screen = panelScreen(options);
      await screen.shows('.team-part__fingerprint', fingerprint);
      expect(await screen.text('.team-part__compare')).toContain('一样才会使用');
      expect(await axeFindings(options)).toEqual([]);
      await screen.presses('.team-part__compare .button--main');
      await screen.shows('.team-part__root', '签名人已核对');
      const answer = await server.ask('GET', '/v1/teams/:team/audit?group=members');
      const { entries } = v.parse(auditAnswerSchema, answer);
      expect(entries.filter(({ action }) => action === 'signed-in')).toHaveLength(1);
    });
  },
);
