import type { Page } from 'puppeteer-core';

/** What the real panel shows, and what an agent does in it, in the words of a test. */
export function panelScreen(panel: Page) {
  const read = (selector: string) =>
    panel.$eval(selector, (element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
  const press = async (selector: string) => {
    const button = await panel.waitForSelector(selector, { visible: true });
    await button?.click();
  };
  const shows = async (selector: string, text: string | RegExp, timeout = 10_000): Promise<void> => {
    const { source, flags } = typeof text === 'string' ? new RegExp(escaped(text)) : text;
    try {
      await panel.waitForFunction(showsText, { timeout }, selector, source, flags);
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
    /** Waits until `selector` shows `text` somewhere in it; says what the panel shows instead when it gives up. */
    shows,
    /** Keys pressed while no field has the focus: the first one opens the palette with itself. */
    types,
    /** Two keys and Enter. */
    async finds(keys: string, title: string): Promise<void> {
      await types(keys);
      await shows('[role="option"][aria-selected="true"]', title);
      await panel.keyboard.press('Enter');
      await shows('.script-card__title', title);
    },
    appears: (selector: string) => panel.waitForSelector(selector, { visible: true, timeout: 10_000 }),
    gone: (selector: string) => panel.waitForSelector(selector, { hidden: true, timeout: 10_000 }),
    isThere: async (selector: string) => (await panel.$(selector)) !== null,
    text: read,
    answers: () => press('.ring-actions__answer'),
    rejects: () => press('.ring-actions__reject'),
    presses: press,
    /** The first of these that says it. */
    async pressesText(among: string, wanted: string): Promise<void> {
      await shows(among, wanted);
      for (const button of await panel.$$(among)) {
        if (!(await button.evaluate(({ textContent }) => textContent ?? '')).includes(wanted)) continue;
        await button.click();
        return;
      }
    },
    /** Holds the guarded hang-up for as long as it asks. */
    async hangsUp(): Promise<void> {
      const button = await panel.waitForSelector('.hang-up-button', { visible: true });
      const box = await button?.boundingBox();
      if (box === null || box === undefined) throw new Error('There is no hang-up button to press.');
      await panel.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await panel.mouse.down();
      await panel.waitForSelector('.hang-up-button', { hidden: true, timeout: 10_000 });
      await panel.mouse.up();
    },
    /** Done with the wrap-up: the panel is at rest. */
    async finishes(): Promise<void> {
      await press('.wrap-up-foot .button--main');
      await shows('.idle-view', '今天的电话');
    },
    focuses: (selector: string) => panel.focus(selector),
    /** Nothing has the focus, as after a click beside everything. */
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
        {
          timeout: 10_000,
        },
      );
    },
    note: () => panel.$eval('textarea', (field) => field.value),
  };
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
