import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { FIREFOX_EXTENSION_ID } from '../../tools/firefox-id.ts';
import { type ExtensionFirefox, launchFirefox } from '../helpers/extension-firefox.ts';
import { describeWith } from '../helpers/need-program.ts';

const PAGES = ['sidepanel', 'options', 'lead', 'figures', 'handover', 'paper'].map((name) => `${name}.html`);

/** Firefox opens no database there; without the agent's permission pages have no extension API. */
describeWith(['firefox-esr'], 'a Firefox that always browses privately', () => {
  let firefox: ExtensionFirefox | null = null;
  let profile: string;
  afterEach(async () => {
    await firefox?.close();
    firefox = null;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each([
    ['allowed in private windows', ['internal:privateBrowsingAllowed']],
    ['not allowed in private windows', []],
  ])('%s: every page says what is wrong and what to do', async (_, permissions) => {
    profile = await mkdtemp(join(tmpdir(), 'sansheng-private-'));
    await writeFile(
      join(profile, 'extension-preferences.json'),
      JSON.stringify({ [FIREFOX_EXTENSION_ID]: { permissions, origins: [], data_collection: [] } }),
    );
    firefox = await launchFirefox({ profile, preferences: { 'browser.privatebrowsing.autostart': true } });
    for (const name of PAGES) {
      const page = await firefox.openPage(name);
      await page.waitForSelector('.page-trouble textarea');
      expect(await page.$eval('[role=alert]', (alert) => alert.textContent)).toMatch(
        /隐私模式.*普通窗口|private browsing.*ordinary window/s,
      );
      await page.close();
    }
  });
});
