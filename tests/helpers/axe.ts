import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Both browsers let Tab into a region that scrolls and holds nothing to focus (Chromium from 130 on); axe does not know
 * that yet, so tests/browser/axe.test.ts goes there by Tab instead.
 */
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'scrollable-region-focusable': { enabled: false } },
};

/** The rules that look at colours: all that another theme can change. */
const COLOUR_RULES = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds on a page as it stands, as `rule: element`, short enough to be read in a failure. */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(source);
  const options = { ...(rules === 'all' ? RULES : COLOUR_RULES), resultTypes: ['violations'] };
  const json = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => JSON.stringify(r.violations))`,
  );
  const violations: AxeResults['violations'] = JSON.parse(String(json));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The same in light and dark, with the theme named in each finding. */
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
