import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { chromeIdOfPackingKey } from '../../tools/package/chrome-id.ts';
import { makeCrxFolder } from '../../tools/package/crx-folder.ts';
import { packCrx } from '../../tools/package/pack-crx.ts';
import { chromeUpdateXml } from '../../tools/package/update-manifests.ts';
import { findProgram } from '../helpers/find-program.ts';
import { describeWith } from '../helpers/need-program.ts';
import { MAY_WRITE_POLICIES, TEST_POLICIES, writePolicyFile } from '../helpers/policy-file.ts';
import { until } from '../helpers/until.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** docs/deploy.md in practice: pack with an own key, serve, install by policy, prescribe. */
describeWith(['chromium'], 'a floor that cannot reach a store', () => {
  test.skipIf(!MAY_WRITE_POLICIES)(
    'installs the packed extension from its own server (needs root)',
    async () => {
      const { id, version, crx } = await pack('.output/chrome-mv3');
      const url = await serve((address) => chromeUpdateXml({ version, url: address }, id), crx);
      const policy = {
        ExtensionSettings: {
          [id]: { installation_mode: 'force_installed', update_url: `${url}/update.xml` },
        },
        // By default a driver cannot inspect an extension that a policy installed.
        DeveloperToolsAvailability: 1,
        '3rdparty': { extensions: { [id]: { hotlineName: '示例热线' } } },
      };
      undo.push(await writePolicyFile(TEST_POLICIES.chromium, policy));

      const browser = await launchAsAnAgentDoes();
      undo.push(() => browser.close());
      const page = await openOnceInstalled(browser, `chrome-extension://${id}/options.html`);

      await until('its settings have arrived', async () => {
        const managed: unknown = await page.evaluate('chrome.storage.managed.get()');
        return JSON.stringify(managed) === JSON.stringify({ hotlineName: '示例热线' });
      });
      expect(await page.evaluate('chrome.runtime.id')).toBe(id);
      expect(await page.evaluate('chrome.runtime.getManifest().version')).toBe(version);
    },
  );
});

async function pack(built: string) {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-packed-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await writeFile(join(folder, 'key.pem'), privateKey);
  makeCrxFolder(built, join(folder, 'chrome-crx'));
  await packCrx(join(folder, 'chrome-crx'), join(folder, 'key.pem'), join(folder, 'packed.crx'));
  const manifest: { version: string } = JSON.parse(await readFile(join(built, 'manifest.json'), 'utf8'));
  const crx = await readFile(join(folder, 'packed.crx'));
  return { id: chromeIdOfPackingKey(privateKey), version: manifest.version, crx };
}

/** A web server with an update.xml, which names its own address, and the package. */
async function serve(updateXml: (url: string) => string, crx: Buffer): Promise<string> {
  const server = createServer((request, response) => {
    const isXml = request.url?.startsWith('/update.xml') === true;
    response.setHeader('content-type', isXml ? 'text/xml' : 'application/x-chrome-extension');
    response.end(isXml ? updateXml(url) : crx);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  undo.push(() => new Promise((closed) => server.close(closed)));
  return url;
}

/** Uses a new tab each time: after a refusal a tab cannot open the extension's pages. */
async function openOnceInstalled(browser: Browser, address: string): Promise<Page> {
  let opened: Page | null = null;
  await until('the policy has installed the extension', async () => {
    const page = await browser.newPage();
    opened = await page.goto(address).then(
      () => page,
      () => null,
    );
    if (opened === null) await page.close();
    return opened !== null;
  });
  if (opened === null) throw new Error('unreachable: `until` throws first');
  return opened;
}

/** Without the driver's flags that block the network and installations. */
async function launchAsAnAgentDoes(): Promise<Browser> {
  return await puppeteer.launch({
    executablePath: findProgram('chromium') ?? 'chromium',
    pipe: true,
    enableExtensions: true,
    args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    ignoreDefaultArgs: ['--disable-background-networking', '--disable-default-apps'],
  });
}
