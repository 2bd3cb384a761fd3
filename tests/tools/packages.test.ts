import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { chromeId, chromeIdOfPackingKey } from '../../tools/package/chrome-id.ts';
import { chromeUpdateXml, firefoxUpdateJson } from '../../tools/package/update-manifests.ts';
import { CHROME_EXTENSION_ID, STABLE_CHROME_KEY } from '../../tools/stable-chrome-key.ts';

const RELEASE = { version: '1.2.3', url: 'https://intranet.example/sansheng?a=1&b="2"' };

test('the stable id is the one that Chromium derives from the stable key', () => {
  expect(chromeId(Buffer.from(STABLE_CHROME_KEY, 'base64'))).toBe(CHROME_EXTENSION_ID);
});

test('a packing key of one’s own gives an id of one’s own, always the same', () => {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  expect(chromeIdOfPackingKey(privateKey)).toMatch(/^[a-p]{32}$/);
  expect(chromeIdOfPackingKey(privateKey)).toBe(
    chromeId(createPublicKey(privateKey).export({ type: 'spki', format: 'der' })),
  );
});

test('update.xml names id, version and package, and its address cannot break out of its attribute', () => {
  const xml = chromeUpdateXml(RELEASE, CHROME_EXTENSION_ID);
  expect(xml).toContain(`appid="${CHROME_EXTENSION_ID}"`);
  expect(xml).toContain('version="1.2.3"');
  expect(xml).toContain(
    'codebase="https://intranet.example/sansheng?a=1&amp;b=&quot;2&quot;/sansheng-1.2.3.crx"',
  );
});

test('update.json names the xpi and its hash', () => {
  const json: unknown = JSON.parse(
    firefoxUpdateJson({ ...RELEASE, url: 'https://x.example' }, 'a@b.invalid', 'abcd'),
  );
  expect(json).toEqual({
    addons: {
      'a@b.invalid': {
        updates: [
          {
            version: '1.2.3',
            update_link: 'https://x.example/sansheng-1.2.3.xpi',
            update_hash: 'sha256:abcd',
          },
        ],
      },
    },
  });
});
