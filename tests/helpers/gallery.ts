import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type ServedGallery, serveGallery } from '../../tools/gallery/serve.ts';
import { findProgram } from './find-program.ts';

/** A browser with the component gallery, without extension and telephone. */
export interface OpenGallery {
  readonly page: Page;
  readonly states: readonly { readonly name: string; readonly wide: boolean }[];
  show(state: string, appearance?: GalleryAppearance): Promise<void>;
  close(): Promise<void>;
}

export interface GalleryAppearance {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly still?: boolean;
}

export async function openGallery(): Promise<OpenGallery> {
  const served: ServedGallery = await serveGallery();
  const browser: Browser = await puppeteer.launch({
    executablePath: findProgram('chromium', 'google-chrome') ?? 'chromium',
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await page.goto(served.names);
  const states = await page.$$eval('[data-wide]', (items) =>
    items.map((item) => ({ name: item.textContent, wide: item.getAttribute('data-wide') === 'true' })),
  );
  let shownWith = '';
  return {
    page,
    states,
    async show(state, appearance = {}) {
      const features = [
        { name: 'prefers-color-scheme', value: appearance.dark === true ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: appearance.still === true ? 'reduce' : 'no-preference' },
        { name: 'forced-colors', value: appearance.forced === true ? 'active' : 'none' },
      ];
      const viewport = { width: appearance.width ?? 380, height: appearance.height ?? 680 };
      const wanted = JSON.stringify([features, viewport]);
      if (wanted !== shownWith) {
        await session.send('Emulation.setEmulatedMedia', { features });
        await page.setViewport(viewport);
        shownWith = wanted;
      }
      await page.evaluate(
        `galleryFlip(${JSON.stringify(state)}, ${JSON.stringify(appearance.locale ?? 'zh_CN')})`,
      );
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
