import { rm } from 'node:fs/promises';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { meSchema } from '../../contract/api/members/member.ts';
import { makeEnrolmentSecret, writeEnrolmentLink } from '../../contract/api/members/read-enrolment.ts';
import { makeSigningKey } from '../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../contract/release/fingerprint.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { parseManagedSettings } from '../../contract/settings/managed-settings.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { FIREFOX_EXTENSION_ID } from '../../tools/firefox-id.ts';
import { CHROME_EXTENSION_ID } from '../../tools/stable-chrome-key.ts';
import { PASSPHRASE } from '../helpers/agent-workstation.ts';
import { launchChromium } from '../helpers/extension-chromium.ts';
import { launchFirefox } from '../helpers/extension-firefox.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { MAY_WRITE_POLICIES, TEST_POLICIES, writePolicyFile } from '../helpers/policy-file.ts';
import { fillIn, makeVault } from '../helpers/set-up-agent.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

const PRESCRIBED: Partial<Settings> = {
  sipServer: 'wss://sip.example/ws',
  sipDomain: 'sip.example',
  cadence: 'UK',
  autoAnswer: true,
  ringerVolume: 0.5,
};

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describeWith(['chromium'], 'settings prescribed to Chromium', () => {
  test.skipIf(!MAY_WRITE_POLICIES)('a policy file reaches the extension (needs root)', async () => {
    const policy = { '3rdparty': { extensions: { [CHROME_EXTENSION_ID]: PRESCRIBED } } };
    undo.push(await writePolicyFile(TEST_POLICIES.chromium, policy));
    const chromium = await launchChromium({ ownBrowser: true });
    undo.push(() => chromium.close());
    const page = await chromium.openPage('options.html');

    let managed: unknown;
    await until('the policy has reached the extension', async () => {
      managed = await page.evaluate('chrome.storage.managed.get()');
      return parseManagedSettings(managed).prescribed.sipServer !== undefined;
    });

    expect(parseManagedSettings(managed)).toEqual({ prescribed: PRESCRIBED, ignored: [] });

    await page.reload();
    await page.waitForSelector('input[name="sipServer"]:disabled');
    await page.type('input[name="sipUser"]', '0283');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.form-foot__state--saved');
    const own: unknown = await page.evaluate(
      'chrome.storage.local.get("settings").then((all) => all.settings)',
    );
    expect(own).toMatchObject({ sipUser: '0283', sipServer: '', sipDomain: '', autoAnswer: false });
  });
});

/** The key of a root whose first list the server has. */
async function rootOf(server: TeamServer): Promise<string> {
  const root = await makeSigningKey();
  const { team } = v.parse(meSchema, await server.ask('GET', '/v1/me'));
  const signers = [{ key: root.publicKey, holder: '0001', lastSequence: null }];
  const list = { team: team.id, sequence: 1, issuedAt: Date.now(), root: root.publicKey, signers };
  const document = new TextDecoder().decode(await signTeamKeys(list, root));
  await server.ask('POST', '/v1/teams/:team/team-keys', { document });
  return root.publicKey;
}

describeWith(['chromium'], 'the root of a team, prescribed to Chromium', () => {
  test.skipIf(!MAY_WRITE_POLICIES)(
    'refuses a link of another root, and a code alone needs no comparison (needs root)',
    async () => {
      const server = await startTeamServer();
      undo.push(() => server.close());
      const root = await rootOf(server);
      const policy = { teamRoot: await fingerprintOf(root), teamServer: server.url };
      const extensions = { [CHROME_EXTENSION_ID]: policy };
      undo.push(await writePolicyFile(TEST_POLICIES.chromium, { '3rdparty': { extensions } }));
      const extension = await extensionThatReaches('http://127.0.0.1');
      undo.push(() => rm(extension, { recursive: true, force: true }));
      const chromium = await launchChromium({ extension, ownBrowser: true });
      undo.push(() => chromium.close());
      const options = await chromium.openPage('options.html');
      await until('the policy has reached the extension', async () => {
        const managed: unknown = await options.evaluate('chrome.storage.managed.get()');
        return parseManagedSettings(managed).prescribed.teamRoot !== undefined;
      });
      await options.reload();
      await makeVault(options, PASSPHRASE);
      const screen = panelScreen(options);
      const code = await server.codeFor({ number: '0283', name: '小林', role: 'agent' });
      const { publicKey: other } = await makeSigningKey();
      const joins = async (typed: string) => {
        await fillIn(options, 'enrolmentCode', typed);
        await options.keyboard.press('Enter');
      };

      const secret = makeEnrolmentSecret();
      await joins(writeEnrolmentLink({ server: server.url, code, root: other, secret }));
      await screen.shows('.team-part__problem', '和管理员规定的不一样，没有加入');
      await joins(`${code}-${await fingerprintOf(other)}`);
      await screen.shows('.team-part__problem', '和管理员规定的不一样，没有加入');

      await joins(code);
      await screen.shows('.team-part__root', '签名人已核对');
      expect(await screen.isThere('.team-part__compare')).toBe(false);
    },
  );
});

describeWith(['firefox-esr'], 'settings prescribed to Firefox', () => {
  test.skipIf(!MAY_WRITE_POLICIES)('a policy file reaches the extension (needs root)', async () => {
    const policy = { policies: { '3rdparty': { Extensions: { [FIREFOX_EXTENSION_ID]: PRESCRIBED } } } };
    undo.push(await writePolicyFile(TEST_POLICIES.firefox, policy));
    const firefox = await launchFirefox();
    undo.push(() => firefox.close());
    const page = await firefox.openPage('options.html');

    const managed: unknown = await page.evaluate('browser.storage.managed.get()');

    expect(parseManagedSettings(managed)).toEqual({ prescribed: PRESCRIBED, ignored: [] });
  });
});
