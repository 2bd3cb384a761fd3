import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { openNotesPage } from '../helpers/notes-chromium.ts';
import { type PageServer, servePage } from '../helpers/page-server.ts';

let server: PageServer;

const PASSPHRASE = '正确 马 电池 订书钉';

describeWith(['chromium'], 'a browser with no room left', () => {
  let profile: string;

  beforeAll(async () => {
    server = await servePage('tests/browser/notes-page.ts');
    profile = await mkdtemp(join(tmpdir(), 'sansheng-quota-'));
  });
  afterAll(async () => {
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('says so, keeps what was typed, and stores it once there is room', async () => {
    // Set before the first write: Chromium caches the quota.
    const { browser, page } = await openNotesPage(profile, server.url, (fresh) => setQuota(fresh, 600_000));
    await page.evaluate((passphrase) => window.notes.setUp(passphrase), PASSPHRASE);
    const id = await page.evaluate(() => window.notes.begin('13900001234', ''));

    let stored = '';
    let typed = '有';
    let view = await page.evaluate((text) => window.notes.type(text), typed);
    while (view.status.state === 'saved' && typed.length < 19_000) {
      stored = typed;
      typed += '空间就写'.repeat(100);
      view = await page.evaluate((text) => window.notes.type(text), typed);
    }
    expect(view.status).toEqual({ state: 'failed', reason: 'quota' });
    expect(view.note.text).toBe(typed);
    expect(await page.evaluate((note) => window.notes.read(note), id)).toMatchObject({
      note: { text: stored },
    });

    await setQuota(page, undefined);
    view = await page.evaluate(() => window.notes.retry());
    expect(view.status.state).toBe('saved');
    expect(await page.evaluate((note) => window.notes.read(note), id)).toMatchObject({
      note: { text: typed },
    });
    await browser.close();
  });
});

/** Bytes; undefined gives the browser's own limit back. */
async function setQuota(page: Page, quotaSize: number | undefined): Promise<void> {
  const control = await page.createCDPSession();
  const origin = new URL(server.url).origin;
  await control.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
}
