import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { until } from '../helpers/until.ts';

const manifestSchema = v.looseObject({ permissions: v.array(v.string()), side_panel: v.unknown() });

/** A Chromium-based browser without a side panel: the same build without the permission. */
describeWith(['chromium'], 'a browser without a side panel', () => {
  let extension: string;
  let chromium: ExtensionChromium;

  beforeAll(async () => {
    extension = await mkdtemp(join(tmpdir(), 'sansheng-no-side-panel-'));
    await cp('.output/chrome-mv3', extension, { recursive: true });
    const path = join(extension, 'manifest.json');
    const { side_panel: _, ...manifest } = v.parse(manifestSchema, JSON.parse(await readFile(path, 'utf8')));
    const permissions = manifest.permissions.filter((name) => name !== 'sidePanel');
    await writeFile(path, JSON.stringify({ ...manifest, permissions }));
    chromium = await launchChromium({ extension });
  });
  afterAll(async () => {
    await chromium?.close();
    await rm(extension, { recursive: true, force: true });
  });

  const panels = () =>
    chromium.browser.targets().filter((target) => target.url() === chromium.url('sidepanel.html'));

  async function pressesIcon(): Promise<void> {
    const [tab] = await chromium.browser.pages();
    const installed = (await chromium.browser.extensions()).get(chromium.id);
    if (tab === undefined || installed === undefined) throw new Error('There is nothing to press.');
    await installed.triggerAction(tab);
  }

  test('opens the panel as a window of its own, and brings it back instead of opening another', async () => {
    await chromium.offscreen();
    expect(await chromium.worker.evaluate('typeof chrome.sidePanel')).toBe('undefined');
    await pressesIcon();
    await until('the panel is open', () => panels().length === 1);
    const [panel] = panels();
    const page = await panel?.page();
    if (page === null || page === undefined) throw new Error('The panel is no window.');
    await panelScreen(page).shows('.set-up-card', '口令');
    expect(await page.evaluate('chrome.windows.getCurrent().then(({ type }) => type)')).toBe('popup');

    await page.evaluate(() => window.blur());
    await pressesIcon();
    await page.waitForFunction(() => document.hasFocus());
    expect(panels()).toHaveLength(1);
  });
});
