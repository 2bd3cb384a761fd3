import { afterEach, expect, test } from 'vitest';
import { parseManagedSettings } from '../../contract/settings/managed-settings.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { FIREFOX_EXTENSION_ID } from '../../tools/firefox-id.ts';
import { CHROME_EXTENSION_ID } from '../../tools/stable-chrome-key.ts';
import { launchChromium } from '../helpers/extension-chromium.ts';
import { launchFirefox } from '../helpers/extension-firefox.ts';
import { describeWith } from '../helpers/need-program.ts';
import { MAY_WRITE_POLICIES, writePolicyFile } from '../helpers/policy-file.ts';
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
    undo.push(await writePolicyFile('/etc/chromium/policies/managed/sansheng-test.json', policy));
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

describeWith(['firefox-esr'], 'settings prescribed to Firefox', () => {
  test.skipIf(!MAY_WRITE_POLICIES)('a policy file reaches the extension (needs root)', async () => {
    const policy = { policies: { '3rdparty': { Extensions: { [FIREFOX_EXTENSION_ID]: PRESCRIBED } } } };
    undo.push(await writePolicyFile('/etc/firefox/policies/policies.json', policy));
    const firefox = await launchFirefox();
    undo.push(() => firefox.close());
    const page = await firefox.openPage('options.html');

    const managed: unknown = await page.evaluate('browser.storage.managed.get()');

    expect(parseManagedSettings(managed)).toEqual({ prescribed: PRESCRIBED, ignored: [] });
  });
});
