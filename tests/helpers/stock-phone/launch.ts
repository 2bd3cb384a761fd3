import { once } from 'node:events';
import { createServer } from 'node:http';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findProgram } from '../find-program.ts';

/** A Chromium and a site on this machine whose one page is a stock JsSIP phone. */
export interface PhoneBrowser {
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

/** The site alone, for a browser that runs already. `/frame` has the phone in an iframe. */
export async function servePhone(module = './page.ts'): Promise<{ readonly port: number; close(): void }> {
  const script = await bundle(module);
  const site = createServer((request, response) => {
    const isScript = request.url === '/phone.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    const html = request.url === '/frame' ? FRAME : PHONE;
    response.end(isScript ? script : html);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  return { port: address.port, close: () => site.close() };
}

export async function launchPhoneBrowser(): Promise<PhoneBrowser> {
  const site = await servePhone();
  const browser = await puppeteer.launch({
    executablePath: findProgram('chromium', 'chromium-browser', 'google-chrome') ?? 'chromium',
    pipe: true,
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
    ],
  });
  return {
    async openPage() {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${site.port}/`);
      await page.waitForFunction(() => 'phone' in window);
      return page;
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}

const PHONE = '<!doctype html><script type="module" src="/phone.js"></script>';
const FRAME = '<!doctype html><iframe src="/" allow="microphone"></iframe>';

async function bundle(module: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: new URL(module, import.meta.url).pathname },
    },
  });
  if (!('output' in output)) throw new Error('vite built something else');
  return output.output[0].code;
}
