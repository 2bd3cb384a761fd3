import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Long enough for a busy machine; only failures wait so long. */
const PATIENCE_MS = 30_000;
/** The driver's default asks at every frame, which makes the browser draw every frame. */
const POLLING_MS = 50;

/** What the real panel shows, and what an agent does in it. */
export function panelScreen(panel: Page) {
  const read = (selector: string) =>
    panel.$eval(selector, (element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
  // A locator looks again if the panel draws the button anew between finding and clicking it.
  const press = (selector: string) => panel.locator(selector).setWaitForStableBoundingBox(false).click();
  const shows = async (selector: string, text: string | RegExp, timeout = PATIENCE_MS): Promise<void> => {
    const { source, flags } = typeof text === 'string' ? new RegExp(escaped(text)) : text;
    try {
      await panel.waitForFunction(showsText, { timeout, polling: POLLING_MS }, selector, source, flags);
    } catch (error) {
      const instead = await read('body');
      throw new Error(`The panel never showed ${text} in ${selector}; it shows: ${instead}`, {
        cause: error,
      });
    }
  };
  const types = async (keys: string) => {
    await panel.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await panel.keyboard.type(keys);
  };
  return {
    /** Waits until `selector` contains `text`; on a timeout the error quotes the panel. */
    shows,
    /** Presses keys while no field has the focus: the first one opens the palette. */
    types,
    /** Finds a script in the palette by keys and Enter. */
    async finds(keys: string, title: string): Promise<void> {
      await types(keys);
      await shows('[role="option"][aria-selected="true"]', title);
      await panel.keyboard.press('Enter');
      await shows('.script-card__title', title);
    },
    async appears(selector: string): Promise<ElementHandle | null> {
      try {
        return await panel.waitForSelector(selector, { visible: true, timeout: PATIENCE_MS });
      } catch (error) {
        const instead = await read('body');
        throw new Error(`${selector} never appeared; the panel shows: ${instead}`, { cause: error });
      }
    },
    gone: (selector: string) => panel.waitForSelector(selector, { hidden: true, timeout: PATIENCE_MS }),
    isThere: async (selector: string) => (await panel.$(selector)) !== null,
    text: read,
    answers: () => press('.ring-actions__answer'),
    rejects: () => press('.ring-actions__reject'),
    presses: press,
    /** Clicks the first element of `among` that contains the text. */
    async pressesText(among: string, wanted: string): Promise<void> {
      await shows(among, wanted);
      await until(`${wanted} is pressed`, async () => {
        for (const button of await panel.$$(among)) {
          if (!(await button.evaluate(({ textContent }) => textContent ?? '')).includes(wanted)) continue;
          return await isClicked(button);
        }
        return false;
      });
    },
    /** Holds the guarded hang-up button until the call ends. */
    async hangsUp(): Promise<void> {
      const button = await panel.waitForSelector('.hang-up-button', { visible: true });
      const box = await button?.boundingBox();
      if (box === null || box === undefined) throw new Error('There is no hang-up button to press.');
      await panel.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await panel.mouse.down();
      await panel.waitForSelector('.hang-up-button', { hidden: true, timeout: PATIENCE_MS });
      await panel.mouse.up();
    },
    /** Finishes the wrap-up, and waits for the idle panel. */
    async finishes(): Promise<void> {
      await press('.wrap-up-foot .button--main');
      await shows('.idle-view', '今天的电话');
    },
    focuses: (selector: string) => panel.focus(selector),
    /** Takes the focus away, as a click on the background does. */
    leavesFields: () =>
      panel.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }),
    async writes(text: string): Promise<void> {
      const field = await panel.waitForSelector('textarea', { visible: true });
      await field?.click();
      await panel.keyboard.type(text);
    },
    async waitUntilSaved(): Promise<void> {
      await panel.waitForFunction(
        () => /已保存/.test(document.querySelector('.saved-mark')?.textContent ?? ''),
        { timeout: PATIENCE_MS, polling: POLLING_MS },
      );
    },
    note: () => panel.$eval('textarea', (field) => field.value),
  };
}

/** False if the panel has drawn the element anew since it was found. */
async function isClicked(element: ElementHandle): Promise<boolean> {
  try {
    await element.click();
    return true;
  } catch (error) {
    if (/not clickable|detached/.test(String(error))) return false;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Runs in the page. */
function showsText(selector: string, pattern: string, flags: string): boolean {
  const wanted = new RegExp(pattern, flags);
  return [...document.querySelectorAll(selector)].some((element) =>
    wanted.test((element.textContent ?? '').replaceAll(/\s+/g, ' ')),
  );
}

export type PanelScreen = ReturnType<typeof panelScreen>;
