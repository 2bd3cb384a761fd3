import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { serveGallery } from './gallery/serve.ts';

/**
 * Pictures of every gallery state, into out/screens: `npm run screens [-- --only ringing,idle
 * --width 360 --height 680 --locale en --theme light,dark,forced]`
 */
const flag = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const list = (name: string, usual: readonly string[]) => flag(name)?.split(',') ?? usual;

const widths = list('width', ['320', '400', '560']).map(Number);
const themes = list('theme', ['light', 'dark']);
const locales = list('locale', ['zh_CN']);
const only = list('only', ['']);
const height = Number(flag('height') ?? 680);
const OPTIONS_WIDTH = 800;
const out = resolve('out/screens');

async function emulate(page: Page, theme: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
    ],
  });
}

await mkdir(out, { recursive: true });
const gallery = await serveGallery();
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(page.url(), String(error)));
  await page.emulateTimezone('Asia/Shanghai');
  await page.goto(gallery.names);
  const states = await page.$$eval('[data-wide]', (items) =>
    items.map((item) => ({ name: item.textContent, wide: item.getAttribute('data-wide') === 'true' })),
  );
  for (const { name, wide } of states.filter((state) => only.some((part) => state.name.startsWith(part)))) {
    for (const locale of locales) {
      await page.goto(gallery.url(name, locale));
      for (const theme of themes) {
        await emulate(page, theme);
        for (const width of wide ? [OPTIONS_WIDTH] : widths) {
          await page.setViewport({ width, height });
          const language = locale === 'zh_CN' ? '' : `-${locale}`;
          const path = join(out, `${name}-${width}-${theme}${language}.png`);
          await page.screenshot({ path, fullPage: wide });
        }
      }
    }
  }
} finally {
  await browser.close();
  await gallery.close();
}
