import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

/** Prints what happens, with the seconds since the start, and saves a screenshot of each state. */
export class Narrator {
  readonly #folder: string;
  readonly #began = Date.now();
  #pictures = 0;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  report(what: string): void {
    console.log(`${((Date.now() - this.#began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  }

  async picture(page: Page, name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await page.screenshot({ path: `${this.#folder}/${number}-${name}.png` });
  }
}
