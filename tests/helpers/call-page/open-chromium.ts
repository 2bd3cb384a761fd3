import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findProgram } from '../find-program.ts';
import { servePage } from './page-server.ts';

export interface OpenChromium {
  readonly browser: Browser;
  /** Address of the page with the script. */
  readonly url: string;
  /** A fresh page with the script, in a context of its own. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * A real Chromium without an extension: fake microphone, loopback media, one page with a script.
 */
export async function openChromium(script: string, args: readonly string[] = []): Promise<OpenChromium> {
  const server = await servePage(script);
  const profile = await mkdtemp(join(tmpdir(), 'sansheng-page-'));
  const browser = await puppeteer.launch({
    executablePath: findProgram('chromium', 'chromium-browser', 'google-chrome') ?? 'chromium',
    headless: true,
    userDataDir: profile,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      ...args,
    ],
  });
  return {
    browser,
    url: server.url,
    async openPage() {
      const page = await browser.newPage();
      await page.goto(server.url);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
