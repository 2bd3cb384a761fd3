import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { enrolmentCodeSchema } from '../../contract/api/members/enrolment.ts';
import { bindEnrolment } from '../../contract/api/members/enrolment-binding.ts';
import { encryptSetUp } from '../../contract/api/members/enrolment-set-up.ts';
import { memberSchema, meSchema } from '../../contract/api/members/member.ts';
import { makeEnrolmentSecret, writeEnrolmentLink } from '../../contract/api/members/read-enrolment.ts';
import { makeSigningKey } from '../../contract/release/ed25519.ts';
import { type DeviceSetUp, teamSettings } from '../../contract/settings/device-set-up.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { startExchange } from '../../practice/exchange.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, PASSPHRASE } from '../helpers/agent-workstation.ts';
import { launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';

const MOST_PRESSES = 12;
const MOST_MS = 60_000;

describeWith(['chromium'], 'a new workstation', () => {
  test('is ready to answer in less than a minute and at most 12 presses, from the lead’s link alone', async () => {
    const server = await startTeamServer(await freshDatabase());
    const exchange = await startExchange({ users: [AGENT] });
    const extension = await extensionThatReaches('http://127.0.0.1');
    const chromium = await launchChromium({ extension, microphone: 'ask' });
    try {
      const link = await linkFor(server, {
        settings: teamSettings({
          ...DEFAULT_SETTINGS,
          ...{ sipServer: exchange.url, sipDomain: exchange.domain, cadence: 'TW', hotlineName: '示例热线' },
        }),
        account: { user: AGENT.user, password: AGENT.password },
      });
      const page = await chromium.openPage('options.html');
      const began = Date.now();
      let presses = 0;
      const press = async (selector: string) => {
        presses += 1;
        await (await page.waitForSelector(selector))?.click();
      };
      const key = async (name: 'Tab' | 'Enter') => {
        presses += 1;
        await page.keyboard.press(name);
      };
      await press('a[href="/begin.html"]');
      await page.waitForSelector('input[name="enrolmentCode"]:focus');
      presses += 1;
      await paste(page, link);
      await key('Tab');
      await paste(page, PASSPHRASE);
      await key('Tab');
      await paste(page, PASSPHRASE);
      await key('Enter');
      await press('.recovery-code input[type="checkbox"]');
      await press('.recovery-code .button--main:not([disabled])');
      await page.waitForSelector('.microphone-check .button--main');
      // Nobody can press the prompt of a browser without a window: it is answered beforehand.
      presses += 1;
      await chromium.setMicrophone('granted');
      await press('.microphone-check .button--main');
      await press('.ringer-check__tests .button');
      await press('.ringer-check + div .button--main');
      await page.waitForSelector('.begin__end .options__status--ready');
      const panel = await chromium.openPanel();
      await panel.waitForSelector('.status-line--ready');
      expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
      expect(Date.now() - began).toBeLessThan(MOST_MS);

      const call = exchange.ring(neverHangsUp, { user: AGENT.user });
      await panelScreen(panel).answers();
      await call.until('answered');
      await page.goto(chromium.url('options.html'));
      await page.setViewport({ width: 480, height: 900 });
      await page.waitForSelector('.options');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
      const values = await page.waitForSelector('input[name="hotlineName"]');
      expect(await values?.evaluate((field) => field.value)).toBe('示例热线');
      expect(await page.$eval('select[name="cadence"]', (field) => field.value)).toBe('TW');
    } finally {
      await chromium.close();
      await exchange.stop();
      await server.close();
      await rm(extension, { recursive: true, force: true });
    }
  }, 240_000);
});

/** As a lead's browser makes it (tests/pages/lead/page-models.test.ts). */
async function linkFor(server: TeamServer, setUp: DeviceSetUp): Promise<string> {
  const { organisation, team } = v.parse(meSchema, await server.ask('GET', '/v1/me'));
  const agent = { number: AGENT.user, name: '小林', role: 'agent' };
  const member = v.parse(memberSchema, await server.ask('POST', '/v1/teams/:team/members', agent));
  const { publicKey: root } = await makeSigningKey();
  const secret = makeEnrolmentSecret();
  const who = { organisation: organisation.id, team: team.id, member: member.id, root };
  const binding = await bindEnrolment(secret, who);
  const body = { binding, setUp: await encryptSetUp(secret, binding, setUp) };
  const made = await server.ask('POST', `/v1/teams/:team/members/${member.id}/codes`, body);
  const { code } = v.parse(enrolmentCodeSchema, made);
  return writeEnrolmentLink({ server: server.url, code, root, secret });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((whole) => document.execCommand('insertText', false, whole), text);
}
