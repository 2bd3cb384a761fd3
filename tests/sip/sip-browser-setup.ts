import type { TestProject } from 'vitest/node';
import { bundle } from '../helpers/call-page/bundle.ts';
import { openChromium } from '../helpers/call-page/open-chromium.ts';
import { findProgram } from '../helpers/find-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that all files of the project share, and the page with the phone's script. */
    sipBrowser: { endpoint: string; url: string };
  }
}

/** Pages in the background must not be slowed down: several stories run at once. */
const PARALLEL_PAGES = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Builds the page and starts Chromium once for the whole project. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (findProgram('chromium', 'chromium-browser', 'google-chrome') === null) return undefined;
  const script = await bundle('../helpers/call-page/client.ts', import.meta.url);
  const chromium = await openChromium(script, PARALLEL_PAGES);
  project.provide('sipBrowser', { endpoint: chromium.browser.wsEndpoint(), url: chromium.url });
  return () => chromium.close();
}
