import type { Page } from 'puppeteer-core';
import type { ExtensionChromium } from './extension-chromium.ts';

/** The analysers in the phone host: workers, and open audio contexts. */
export async function analysersAlive(
  chromium: ExtensionChromium,
): Promise<{ readonly workers: number; readonly contexts: number }> {
  const host = await chromium.offscreen();
  return { workers: host.workers().length, contexts: await openContexts(host) };
}

async function openContexts(host: Page): Promise<number> {
  const prototype = await host.evaluateHandle(() => AudioContext.prototype);
  const contexts = await host.queryObjects(prototype);
  const open = await host.evaluate((all) => all.filter(({ state }) => state !== 'closed').length, contexts);
  await Promise.all([prototype.dispose(), contexts.dispose()]);
  return open;
}
