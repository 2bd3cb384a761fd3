/**
 * `npm run zip [-- --url https://intranet.example/sansheng] [--key packing-key.pem]` writes to
 * out/packages/ what a store or an own web server needs (docs/deploy.md). `--url` is the folder on
 * that server for updates. With `--key` Chromium packs the crx, too; its id follows from the key.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { FIREFOX_EXTENSION_ID } from './firefox-id.ts';
import { chromeIdOfPackingKey } from './package/chrome-id.ts';
import { makeCrxFolder } from './package/crx-folder.ts';
import { packCrx } from './package/pack-crx.ts';
import { chromeUpdateXml, firefoxUpdateJson } from './package/update-manifests.ts';
import { CHROME_EXTENSION_ID } from './stable-chrome-key.ts';
import { runCommand } from './suite/run-command.ts';

const FOLDER = 'out/packages';
const CRX_FOLDER = `${FOLDER}/chrome-crx`;
/** Placeholder in the templates until an own address is given. */
const SOME_URL = 'https://intranet.example/sansheng';

const { values } = parseArgs({ options: { url: { type: 'string' }, key: { type: 'string' } } });
const url = (values.url ?? SOME_URL).replace(/\/$/, '');
const { version } = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

await zip('chrome');
await zip('firefox');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const xpi = `${FOLDER}/sansheng-${version}.xpi`;
copyFileSync(`.output/sansheng-${version}-chrome.zip`, `${FOLDER}/sansheng-${version}-chrome.zip`);
copyFileSync(`.output/sansheng-${version}-firefox.zip`, xpi);
makeCrxFolder('.output/chrome-mv3', CRX_FOLDER);
if (values.key !== undefined) await packCrx(CRX_FOLDER, values.key, `${FOLDER}/sansheng-${version}.crx`);

const id =
  values.key === undefined ? CHROME_EXTENSION_ID : chromeIdOfPackingKey(readFileSync(values.key, 'utf8'));
const xpiHash = createHash('sha256').update(readFileSync(xpi)).digest('hex');
writeFileSync(`${FOLDER}/update.xml`, chromeUpdateXml({ version, url }, id));
writeFileSync(`${FOLDER}/update.json`, firefoxUpdateJson({ version, url }, FIREFOX_EXTENSION_ID, xpiHash));

console.log(`\n${FOLDER}/ holds version ${version}; extension id ${id}, updates from ${url}`);
if (values.url === undefined)
  console.log('Give --url with the folder on your own server before you serve these.');
if (values.key === undefined) {
  console.log(
    'Give --key with your packing key for a crx; its id replaces the one in update.xml (docs/deploy.md).',
  );
}

async function zip(browser: 'chrome' | 'firefox'): Promise<void> {
  const updateUrl = values.url === undefined ? {} : { SELF_HOSTED_URL: url };
  if (!(await runCommand(['wxt', 'zip', '-b', browser], updateUrl))) process.exit(1);
}
