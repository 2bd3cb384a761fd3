import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { openNotesPage } from '../helpers/notes-chromium.ts';
import { type PageServer, servePage } from '../helpers/page-server.ts';
import { times } from '../helpers/soak.ts';
import { until } from '../helpers/until.ts';

const PASSPHRASE = '正确 马 电池 订书钉';

describeWith(['chromium'], 'a browser killed while the agent types', () => {
  let server: PageServer;
  let profile: string;

  beforeAll(async () => {
    server = await servePage('tests/browser/notes-page.ts');
    profile = await mkdtemp(join(tmpdir(), 'sansheng-killed-'));
  });
  afterAll(async () => {
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('has every keystroke that it showed as saved', { timeout: 600_000 }, async () => {
    const rounds = times(2, 50);
    for (let round = 0; round < rounds; round += 1) {
      const { browser, page } = await openNotesPage(profile, server.url);
      if (round === 0) await page.evaluate((passphrase) => window.notes.setUp(passphrase), PASSPHRASE);
      const id = await page.evaluate(() => window.notes.begin('13900001234', 'CANARY'));
      let saved = 0;
      page.on('console', (line) => {
        saved = Number(/^saved (\d+)$/.exec(line.text())?.[1] ?? saved);
      });
      await page.evaluate(() => window.notes.typeOnAndOn());
      const enough = 1 + Math.floor(Math.random() * 120);
      await until(`${enough} keystrokes are saved`, () => saved >= enough);
      await killed(browser);

      const again = await openNotesPage(profile, server.url);
      expect(await again.page.evaluate(() => window.notes.state())).toBe('locked');
      await again.page.evaluate((passphrase) => window.notes.unlock(passphrase), PASSPHRASE);
      const reading = await again.page.evaluate((note) => window.notes.read(note), id);
      const kept = reading.ok ? reading.note.text.length : -1;
      expect(kept, `round ${round + 1}, killed after ${saved}`).toBeGreaterThanOrEqual(saved);
      await again.browser.close();
    }
  });
});

async function killed(browser: Awaited<ReturnType<typeof openNotesPage>>['browser']): Promise<void> {
  const child = browser.process();
  if (child === null) throw new Error('The browser has no process.');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
