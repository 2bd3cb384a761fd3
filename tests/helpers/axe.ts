import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Both browsers let Tab reach a scrolling region without focusable content (Chromium from 130); axe
 * does not know that yet, so tests/browser/axe.test.ts presses Tab instead.
 */
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'scrollable-region-focusable': { enabled: false } },
};

/** The rules about colours: only they can differ in another theme. */
const COLOUR_RULES = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** axe's findings on the current page as `rule: element`. */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(source);
  const options = { ...(rules === 'all' ? RULES : COLOUR_RULES), resultTypes: ['violations'] };
  const json = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => JSON.stringify(r.violations))`,
  );
  const violations: AxeResults['violations'] = JSON.parse(String(json));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The findings in light and dark, each with its theme. */
export async function axeFindingsInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [theme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    found.push(...(await axeFindings(page, rules)).map((finding) => `${theme}: ${finding}`));
  }
  return found;
}
