import { describe, expect, test } from 'vitest';
import { neverHangsUp } from '../../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../../helpers/agent-workstation.ts';
import { axeFindings } from '../../helpers/axe.ts';
import { launchChromium } from '../../helpers/extension-chromium.ts';
import { joinTeam } from '../../helpers/join-team.ts';
import { panelScreen } from '../../helpers/panel-screen.ts';
import { secondDevice } from '../../helpers/server/second-device.ts';
import { makeVault } from '../../helpers/set-up-agent.ts';
import type { LeadAndAgents } from './lead-and-agents.ts';

export function helpAndMembers({ server, extension, lead, agent }: LeadAndAgents): void {
  describe('a lead and an agent, from a published wait to members and roles', () => {
    const leadPageShows = (text: string) =>
      lead().page.waitForFunction(
        (what) => document.querySelector('#app')?.textContent?.includes(what),
        {},
        text,
      );

    test('an edited wait is told in words, published, and in use at the idle agent', async () => {
      await lead().goTo('#/scripts/situations/silent-caller');
      await lead().writes(await lead().placeOf('steps.0.wait.seconds'), '7');
      await lead().page.waitForSelector('.draft-bar__state--saved');
      await lead().goTo('#/publish');
      await leadPageShows('7');
      expect(await axeFindings(lead().page)).toEqual([]);
      await lead().publishes('静音时多等两秒');
      await agent().screen.shows('.pack-notice__message', '静音时多等两秒');
      await agent().screen.presses('.pack-notice .button');
    });

    test('a call for help reaches the floor page, is acknowledged, and a message comes into the call', async () => {
      await lead().goTo('#/presence');
      const call = agent().exchange.ring(neverHangsUp, { user: AGENT.user });
      await agent().screen.answers();
      await call.until('answered');
      await agent().screen.writes('顾客骂人，已道歉');
      await agent().screen.waitUntilSaved();
      await agent().panel.keyboard.down('Alt');
      await agent().panel.keyboard.down('Shift');
      await agent().panel.keyboard.press('KeyH');
      await agent().panel.keyboard.up('Shift');
      await agent().panel.keyboard.up('Alt');
      await agent().panel.waitForSelector('.help-tool');
      await agent().screen.presses('.help-tool .button');
      await agent().screen.shows('.help-strip', '');
      await lead().page.waitForSelector('.team-page__help .button--main');
      expect(await axeFindings(lead().page)).toEqual([]);
      await lead().page.click('.team-page__help .button--main');
      await agent().screen.shows('.help-strip', '0900');
      await lead().page.type('.team-page__help input', '我来接，先请他稍候');
      await lead().page.keyboard.press('Enter');
      await agent().screen.shows('.help-strip', '我来接，先请他稍候');
      await call.hangUp();
      await agent().screen.presses('.wrap-up-foot .button--main');
    });

    test('the note arrives at the team, and a press and a yes bring the earlier scripts back', async () => {
      await lead().goTo('#/reports');
      await lead().page.waitForSelector('.figures__headline');
      expect(await axeFindings(lead().page)).toEqual([]);
      await lead().goTo('#/scripts/situations/silent-caller');
      await lead().writes(await lead().placeOf('steps.0.wait.seconds'), '9');
      await lead().page.waitForSelector('.draft-bar__state--saved');
      await lead().publishes('再多等两秒');
      await agent().screen.shows('.pack-notice__message', '再多等两秒');
      await agent().screen.presses('.pack-notice .button');
      // While a request is on its way the buttons do nothing.
      const back = await lead().page.waitForSelector('tbody tr:last-child .button:not([disabled])');
      await back?.click();
      await leadPageShows('所有人立刻换回');
      expect(await axeFindings(lead().page)).toEqual([]);
      await lead().page.click('.confirm__sure');
      await agent().screen.shows('.pack-notice--changed', '');
    });

    test('members and devices are listed, without anything axe would complain of', async () => {
      await lead().goTo('#/members');
      await leadPageShows('小林');
      expect(await axeFindings(lead().page)).toEqual([]);
    });

    test('a device is shut out only after a yes; Escape leaves it alone and the focus where it was', async () => {
      await secondDevice(server(), { number: '0285', name: '小吴', role: 'agent' });
      await lead().goTo('#/presence');
      await lead().goTo('#/members');
      await leadPageShows('小吴');
      const devices = () => lead().page.$$eval('tbody li', (lines) => lines.length);
      const before = await devices();
      const revoke = '::-p-xpath(//tr[contains(., "小吴")]//li//button)';
      await lead().page.focus(revoke);
      await lead().page.keyboard.press('Enter');
      await leadPageShows('立刻停用，要用新的加入码才能回来');
      expect(await lead().page.evaluate(() => document.activeElement?.textContent)).toBe('取消');
      await lead().page.keyboard.press('Escape');
      await lead().page.waitForFunction(() => document.activeElement?.textContent === '停用');
      expect(await devices()).toBe(before);
      await lead().page.keyboard.press('Enter');
      await lead().page.waitForSelector('.confirm__sure');
      await lead().page.click('.confirm__sure');
      await lead().page.waitForFunction(
        (left) => document.querySelectorAll('tbody li').length === left,
        {},
        before - 1,
      );
    });

    test('a supervisor has the floor and the figures, and no scripts to publish', async () => {
      const code = await server().codeFor({ number: '0700', name: '主管', role: 'supervisor' });
      const chromium = await launchChromium({ extension: extension() });
      const options = await chromium.openPage('options.html');
      await makeVault(options, PASSPHRASE);
      await joinTeam(options, server().url, code);
      const workstation = await chromium.openPage('lead.html');
      await workstation.waitForFunction(() => location.hash === '#/presence');
      const pages = await workstation.$$eval('.lead__pages a', (links) =>
        links.map((link) => link.textContent),
      );
      expect(pages).toEqual(expect.arrayContaining(['现场', '报表']));
      for (const page of ['话术', '发布', '成员']) expect(pages).not.toContain(page);
      await workstation.evaluate(() => {
        location.hash = '#/publish';
      });
      await workstation.waitForFunction(() =>
        document.querySelector('main')?.textContent?.includes('你的角色'),
      );
      expect(await axeFindings(workstation)).toEqual([]);

      // Leaves the team and joins as somebody else: the open page starts anew by itself.
      await options.bringToFront();
      await panelScreen(options).pressesText('.team-part button', '离开');
      await panelScreen(options).presses('.confirm__sure');
      await options.waitForSelector('input[name="enrolmentCode"]');
      await workstation.bringToFront();
      await workstation.waitForFunction(() =>
        document.querySelector('main')?.textContent?.includes('还没有加入团队'),
      );
      const other = await server().codeFor({ number: '0901', name: '陈静', role: 'lead' });
      await options.bringToFront();
      await joinTeam(options, server().url, other);
      await workstation.bringToFront();
      await workstation.waitForSelector('#history-title');
      await chromium.close();
    });
  });
}
