import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** A running Chromium and its profile folder, which is removed when the process ends. */
export interface PooledChromium {
  readonly browser: Browser;
  readonly profile: string;
}

const idle: PooledChromium[] = [];
let parent: string | null = null;

/** A Chromium that an earlier test gave back, if one still runs. */
export function idleChromium(): PooledChromium | undefined {
  for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
    if (next.browser.connected) return next;
  }
  return undefined;
}

/**
 * Leaves an empty tab and no extension, so that the next install is a fresh one with a database of
 * its own, and keeps the browser: a start costs four seconds of a processor, an install half a one.
 */
export async function giveBack(chromium: PooledChromium, extensionId: string): Promise<void> {
  const { browser } = chromium;
  if (!browser.connected) return;
  const blank = await browser.newPage();
  const others = (await browser.pages()).filter((page) => page !== blank);
  await Promise.all(others.map((page) => page.close()));
  if ((await browser.extensions()).has(extensionId)) await browser.uninstallExtension(extensionId);
  const contexts = browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext());
  await Promise.all(contexts.map((context) => context.close()));
  idle.push(chromium);
}

/** A folder for the profile of a Chromium that outlives one test. */
export function pooledProfile(): string {
  if (parent === null) {
    const folder = mkdtempSync(join(tmpdir(), 'sansheng-chromium-'));
    process.once('exit', () => removeProfiles(folder));
    parent = folder;
  }
  return mkdtempSync(join(parent, 'profile-'));
}

/** The browsers end with their pipes, and may still write while the folder goes. */
function removeProfiles(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.error(`${folder} stays`, error);
  }
}
