import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { openNotesPage } from '../helpers/notes-chromium.ts';
import { type PageServer, servePage } from '../helpers/page-server.ts';

const PASSPHRASE = '正确 马 电池 订书钉';

describeWith(['chromium'], 'a store that was damaged on the disk', () => {
  let server: PageServer;
  let profile: string;

  beforeAll(async () => {
    server = await servePage('tests/browser/notes-page.ts');
    profile = await mkdtemp(join(tmpdir(), 'sansheng-corrupted-'));
  });
  afterAll(async () => {
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is noticed, never shown as good, and can be set up and written anew', async () => {
    const first = await openNotesPage(profile, server.url);
    await first.page.evaluate((passphrase) => window.notes.setUp(passphrase), PASSPHRASE);
    await first.page.evaluate(() => window.notes.begin('13900001234', ''));
    await first.page.evaluate(() => window.notes.type('损坏之前'));
    await first.browser.close();
    await damage(join(profile, 'Default', 'IndexedDB'));

    const { browser, page } = await openNotesPage(profile, server.url);
    expect(await page.evaluate(() => window.notes.state())).toBe('not-set-up');
    expect(await page.evaluate((passphrase) => window.notes.setUp(passphrase), PASSPHRASE)).toMatchObject({
      ok: true,
    });
    await page.evaluate(() => window.notes.begin('13900001234', ''));
    const view = await page.evaluate(() => window.notes.type('损坏之后'));
    expect(view).toMatchObject({ status: { state: 'saved' }, note: { text: '损坏之后' } });
    await browser.close();
  });
});

/** Overwrites the database's catalogue and cuts its log, as a failing disk does. */
async function damage(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.includes('MANIFEST'))).toBe(true);
  for (const file of files) {
    if (/MANIFEST|\.ldb$/.test(file)) await writeFile(file, 'damaged');
    if (/\.log$/.test(file)) await truncate(file, 10);
  }
}
