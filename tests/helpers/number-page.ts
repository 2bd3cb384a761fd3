import { createServer } from 'node:http';
import type { Page } from 'puppeteer-core';

/** A third-party page with telephone numbers: a link, text, a field, a modal dialog. */
export const ON_PAGE = {
  link: '+8613900008902',
  text: '13900008903',
  field: '13900008905',
  dialog: '13900008906',
} as const;

/**
 * Stops its own clicks: for an unhandled `tel:` link the browser asks to open another program, and
 * then no mouse or key reaches the page. Records the clicks it sees outside its dialog, as pages do
 * that close forms on such clicks.
 *
 * Writes down what it notices of presses outside its dialog, as pages do that close their forms at
 * such.
 */
const PAGE = `<!doctype html><meta charset="utf-8"><title>CRM</title>
<p><a id="link" href="tel:+86-139-0000-8902">打电话</a>
<p id="text">139 0000 8903</p>
<p id="words">下午三点到</p>
<p><a id="next" href="#next">下一位</a>
<p><input id="field" value="${ON_PAGE.field}"> <input id="after">
<dialog id="dialog"><p id="in-dialog">139 0000 8906</p></dialog>
<p style="height: 2000px">
<script>
  addEventListener('click', (event) => event.isTrusted || event.preventDefault());
  noticed = [];
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup']) {
    addEventListener(type, ({ target }) => noticed.push(type + ' ' + (target.id || target.localName)), true);
  }
</script>`;

/** Serves it, for a browser on this machine. */
export async function serveNumbers(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => response.end(PAGE, 'utf8'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

const BUTTON = '[popover="manual"]';

/** What an agent does with its numbers, by real mouse and keys. */
export function numberPage(page: Page) {
  return {
    /** Three clicks, which select a paragraph. */
    selects: (selector: string) => page.click(selector, { count: 3 }),
    /**
     * Selects the first word by mouse, because a page has no caret, and the rest of the line by
     * keys.
     */
    async selectsByKeys(selector: string): Promise<void> {
      await page.click(selector, { count: 2, offset: { x: 5, y: 8 } });
      await page.keyboard.down('Shift');
      await page.keyboard.press('End');
      await page.keyboard.up('Shift');
    },
    buttonAppears: () => page.waitForSelector(BUTTON, { visible: true }),
    buttonGoes: () => page.waitForSelector(BUTTON, { hidden: true }),
    hasButton: async () => (await page.$(BUTTON)) !== null,
    async pressesButton(): Promise<void> {
      const button = await page.waitForSelector(BUTTON, { visible: true });
      await button?.click();
    },
    focused: () => page.evaluate(() => document.activeElement?.id ?? ''),
    buttonHasFocus: () => page.evaluate((button) => document.activeElement?.matches(button) === true, BUTTON),
    selection: () => page.evaluate(() => getSelection()?.toString().trim()),
    /** What the page recorded since the last call. */
    noticed: () => page.evaluate('noticed.splice(0)'),
  };
}
