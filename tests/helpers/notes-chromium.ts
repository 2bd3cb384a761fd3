import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { NotesPage } from '../browser/notes-page.ts';
import { findProgram } from './find-program.ts';

declare global {
  interface Window {
    readonly notes: NotesPage;
  }
}

/** A Chromium on a kept profile, with one page whose title says `ready`. */
export async function openNotesPage(
  profile: string,
  url: string,
  prepare: (page: Page) => Promise<void> = async () => {},
  args: readonly string[] = [],
): Promise<{ browser: Browser; page: Page }> {
  const browser = await puppeteer.launch({
    executablePath: findProgram('chromium', 'chromium-browser', 'google-chrome') ?? 'chromium',
    pipe: true,
    userDataDir: profile,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
      ...args,
    ],
  });
  const page = await browser.newPage();
  await prepare(page);
  await page.goto(url);
  await page.waitForFunction(() => document.title === 'ready');
  return { browser, page };
}
