import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { openNotesPage } from '../helpers/notes-chromium.ts';
import { type PageServer, servePage } from '../helpers/page-server.ts';
import { filesIn, seenIn } from '../helpers/profile-files.ts';

const PASSPHRASE = '正确 马 电池 订书钉';
const CANARIES = ['CANARY-text', 'CANARY-name', '13900001234', 'CANARY-password', PASSPHRASE];
/** Written in plain text, to prove that the search works. */
const CONTROL = 'CONTROL-in-clear';

describeWith(['chromium'], 'a profile folder copied while the agent works', () => {
  let server: PageServer;
  let folder: string;

  beforeAll(async () => {
    server = await servePage('tests/browser/notes-page.ts');
    folder = await mkdtemp(join(tmpdir(), 'sansheng-stolen-'));
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows no number, name, word or password in any file', async () => {
    const { browser, page } = await openNotesPage(join(folder, 'profile'), server.url);
    await page.evaluate((passphrase) => window.notes.setUp(passphrase), PASSPHRASE);
    await page.evaluate((name) => window.notes.begin('13900001234', name), 'CANARY-name');
    await page.evaluate((text) => window.notes.type(text), 'CANARY-text');
    await page.evaluate((password) => window.notes.remember(password), 'CANARY-password');
    await page.evaluate(writeInClear, CONTROL);
    await cp(join(folder, 'profile'), join(folder, 'running'), { recursive: true });
    await browser.close();

    for (const copy of ['running', 'profile']) {
      const files = await filesIn(join(folder, copy));
      expect(seenIn(files, CONTROL), `${copy}: control`).not.toEqual([]);
      for (const canary of CANARIES) expect(seenIn(files, canary), `${copy}: ${canary}`).toEqual([]);
    }
  });
});

/** In the page: a database of somebody who did not care. */
async function writeInClear(text: string): Promise<void> {
  const opening = indexedDB.open('careless', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put({ text }, 1);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
}
