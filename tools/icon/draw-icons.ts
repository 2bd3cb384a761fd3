import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

/**
 * Draws public/icon/*.png from the two drawings beside this file: `npx tsx
 * tools/icon/draw-icons.ts`.
 */
const SIZES = [16, 32, 48, 96, 128];

const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    const drawing = await readFile(
      new URL(size === 16 ? './icon-16.svg' : './icon.svg', import.meta.url),
      'utf8',
    );
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    );
    await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
