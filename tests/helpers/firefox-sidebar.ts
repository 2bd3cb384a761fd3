import type { Page } from 'puppeteer-core';

/**
 * The real sidebar. Firefox exposes it to no driver, so another page of the extension reads it
 * (`extension.getViews`).
 */
export class FirefoxSidebar {
  readonly #neighbour: Page;

  constructor(neighbour: Page) {
    this.#neighbour = neighbour;
  }

  async open(): Promise<void> {
    await this.#byClick('open');
    await this.waitFor('true');
  }

  /** Closes it like its close button: the document is destroyed. */
  async close(): Promise<void> {
    await this.#byClick('close');
    await this.#neighbour.waitForFunction(`browser.extension.getViews({ type: 'sidebar' }).length === 0`);
  }

  /** Firefox requires a user gesture for both, so the page gets a button. */
  async #byClick(what: 'open' | 'close'): Promise<void> {
    await this.#neighbour.evaluate(`{
      const button = document.createElement('button');
      button.id = 'steer-sidebar';
      button.style = 'position: fixed; inset: 0 0 auto auto; z-index: 999';
      button.textContent = 'sidebar';
      button.addEventListener('click', () => { browser.sidebarAction.${what}(); button.remove(); });
      document.body.append(button);
    }`);
    await this.#neighbour.click('#steer-sidebar');
  }

  /** Value of an expression over the sidebar's own `window` and `document`. */
  async evaluate(expression: string): Promise<unknown> {
    return await this.#neighbour.evaluate(inSidebar(expression));
  }

  /** Waits until an expression over the sidebar's `window` and `document` is true. */
  async waitFor(expression: string, timeoutMs = 15_000): Promise<void> {
    await this.#neighbour.waitForFunction(inSidebar(expression), { timeout: timeoutMs, polling: 20 });
  }

  async click(selector: string): Promise<void> {
    await this.waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  /** Waits until `selector` shows `text` somewhere in it. */
  async shows(selector: string, text: string | RegExp): Promise<void> {
    const { source } =
      typeof text === 'string' ? new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
    await this.waitFor(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].some((element) =>
        new RegExp(${JSON.stringify(source)}).test((element.textContent ?? '').replaceAll(/\\s+/g, ' ')))`,
    );
  }

  /** Inserts text by an editing command, with its events. */
  async writes(selector: string, text: string): Promise<void> {
    const field = `document.querySelector(${JSON.stringify(selector)})`;
    await this.waitFor(`${field} !== null`);
    await this.evaluate(
      `(${field}.focus(), document.execCommand('insertText', false, ${JSON.stringify(text)}))`,
    );
  }

  /** Text as shown. */
  async text(): Promise<string> {
    return String(await this.evaluate('document.body.innerText'));
  }
}

/** False while the sidebar is closed or still loading. */
function inSidebar(expression: string): string {
  return `((window) => {
    const document = window?.document;
    return document?.readyState === 'complete' && (${expression});
  })(browser.extension.getViews({ type: 'sidebar' })[0])`;
}
