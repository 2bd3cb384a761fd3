import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenGallery, openGallery } from '../helpers/gallery.ts';
import { layoutFaults } from '../helpers/layout-faults.ts';

let gallery: OpenGallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const IN_A_CALL = [
  'ringing-1',
  'ringing-late',
  'greeting',
  'silent-caller',
  'branch',
  'suggestion',
  'on-hold',
  'muted',
  'call-waiting',
  'keypad',
  'save-failed',
];

const PLACES = [
  '.call-zone',
  '.script-card__step',
  '.suggestion-chips',
  '.note-box',
  '.note-box__text',
  '.note-topic',
];

async function top(selector: string): Promise<number> {
  return gallery.page.$eval(selector, (element) => Math.round(element.getBoundingClientRect().top));
}

describe('a call', () => {
  it.each([
    [320, 640],
    [380, 680],
    [560, 900],
  ])('keeps script, suggestions, buttons and note in their places at %d × %d', async (width, height) => {
    const seen = new Map<string, Set<number>>();
    for (const state of IN_A_CALL) {
      await gallery.show(state, { width, height, still: true });
      for (const place of PLACES) {
        const tops = seen.get(place) ?? new Set();
        seen.set(place, tops.add(await top(place)));
      }
    }
    for (const place of PLACES) expect([place, seen.get(place)?.size]).toEqual([place, 1]);
  });

  it('does not move the prohibitions when the call is answered or a step follows', async () => {
    const tops = new Set<number>();
    for (const state of ['ringing-1', 'greeting', 'silent-caller', 'do-step']) {
      await gallery.show(state, { width: 380, height: 680, still: true });
      tops.add(await top('.script-card__prohibitions'));
    }
    expect(tops.size).toBe(1);
  });
});

describe('a wrap-up', () => {
  it.each([
    [320, 680],
    [320, 600],
    [560, 900],
  ])('has the button that ends it in sight, in one place, at %d × %d', async (width, height) => {
    const places = new Set<string>();
    for (const state of ['wrap-up', 'wrap-up-line', 'wrap-up-hard-call', 'wrap-up-call-back']) {
      await gallery.show(state, { width, height, still: true });
      const place = await gallery.page.$eval('.wrap-up-foot .button', (button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return { top, bottom, isOnTop: button.contains(hit) };
      });
      expect([state, place.isOnTop]).toEqual([state, true]);
      expect(place.bottom).toBeLessThanOrEqual(height);
      places.add(`${place.top} ${place.bottom}`);
    }
    expect(places.size).toBe(1);
  });
});

const WIDTHS = [
  { ofPanel: 320, ofOthers: 360 },
  { ofPanel: 400, ofOthers: 560 },
  { ofPanel: 560, ofOthers: 800 },
];

/** Draws the states one after another in the page: one message to the browser, not one a state. */
async function faultsOf(names: readonly string[], locale: string): Promise<readonly string[]> {
  return (await gallery.page.evaluate(
    `${JSON.stringify(names)}.flatMap((name) => {
      galleryFlip(name, ${JSON.stringify(locale)});
      return (${layoutFaults})().map((fault) => name + ' ' + innerWidth + ' ' + fault);
    })`,
  )) as readonly string[];
}

describe('at 200 % zoom of the narrowest panel', () => {
  it.each([
    ['ringing-1', ['.ring-actions__answer', '.ring-actions__reject']],
    ['ringing-late', ['.ring-actions__answer', '.ring-actions__reject']],
    ['wrap-up-ring', ['.ring-actions__answer', '.ring-actions__reject']],
    ['wrap-up-ring-late', ['.ring-actions__answer', '.ring-actions__reject']],
    ['call-waiting', ['.other-call-strip .button', '.other-call-strip .button--bare', '.hang-up-button']],
    ['call-waiting-consent', ['.other-call-strip .button', '.hang-up-button']],
    ['greeting', ['.hang-up-button', '.call-controls__control']],
    ['silent-caller', ['.hang-up-button']],
    ['wrap-up', ['.wrap-up-foot .button']],
  ])('%s: its actions are whole and can be pressed', async (state, selectors) => {
    await gallery.show(state, { width: 180, height: 340, still: true });
    for (const locale of ['zh_CN', 'zh_TW', 'en']) {
      await gallery.show(state, { width: 180, height: 340, still: true, locale });
      for (const selector of selectors) {
        const place = await gallery.page.$eval(selector, (button) => {
          button.scrollIntoView({ block: 'nearest' });
          const { left, top, right, bottom } = button.getBoundingClientRect();
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          const isIn = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
          return { isIn, isHit: button.contains(hit), height: bottom - top, width: right - left };
        });
        expect([locale, selector, place]).toMatchObject([locale, selector, { isIn: true, isHit: true }]);
        expect(Math.min(place.height, place.width)).toBeGreaterThanOrEqual(24);
      }
    }
  });
});

describe('the search for faults', () => {
  const BUTTON = '<button style="position:absolute; left:0; top:80px; width:90px">Answer</button>';
  it.each([
    [
      'over each other: call back | work order',
      '<i>call back</i><b style="margin-left:-40px">work order</b>',
    ],
    ['cut: call back', '<p style="width:30px; overflow:hidden; white-space:nowrap">call back</p>'],
    ['cut: call back', '<p style="height:6px; overflow:hidden">call back</p>'],
    ['covered: Answer', `${BUTTON}<div style="position:absolute; inset:70px 0 0; background:white"></div>`],
    ['too wide: Answer', BUTTON.replace('width:90px', 'width:20px; padding:0')],
    ['wider than the window', '<div style="width:5000px; height:1px"></div>'],
  ])('finds "%s"', async (fault, html) => {
    const page = await gallery.page.browser().newPage();
    await page.setContent(html);
    expect(await page.evaluate(layoutFaults)).toEqual([fault]);
    await page.close();
  });

  it('finds nothing where lines are close, a list is scrolled, or an ellipsis ends a long name', async () => {
    const page = await gallery.page.browser().newPage();
    await page.setContent(`<p style="line-height:1">one<br>two</p>
      <div style="height:20px; overflow:auto"><button>a</button><br><button>b</button></div><p>below</p>
      <p style="width:30px; overflow:hidden; text-overflow:ellipsis; white-space:nowrap">call back</p>`);
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await page.close();
  });
});

describe('at every width', () => {
  it.each(['zh_CN', 'zh_TW', 'en'])(
    '%s fits: no text is cut or over other text, no control is covered',
    { timeout: 240_000 },
    async (locale) => {
      const found: string[] = [];
      const named = (isWide: boolean) =>
        gallery.states.filter(({ wide }) => wide === isWide).map(({ name }) => name);
      for (const { ofPanel, ofOthers } of WIDTHS) {
        await gallery.show('idle', { width: ofPanel, still: true });
        found.push(...(await faultsOf(named(false), locale)));
        await gallery.show('idle', { width: ofOthers, still: true });
        found.push(...(await faultsOf(named(true), locale)));
      }
      expect(found).toEqual([]);
    },
  );

  it('sets the sentence to say in 22 to 28 px, and nothing larger', async () => {
    for (const width of [320, 360, 400, 560]) {
      await gallery.show('silent-caller', { width });
      const sizes = await gallery.page.evaluate(() => {
        const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
        const say = document.querySelector('.script-card__step');
        return {
          say: say === null ? 0 : size(say),
          largest: Math.max(...[...document.querySelectorAll('*')].map(size)),
        };
      });
      expect(sizes.say).toBeGreaterThanOrEqual(22);
      expect(sizes.say).toBeLessThanOrEqual(28);
      expect(sizes.largest).toBe(sizes.say);
    }
  });
});

describe('motion', () => {
  const moving = () =>
    gallery.page.evaluate(() =>
      document.getAnimations().map((animation) => 'animationName' in animation && animation.animationName),
    );

  it('is in the ring dial and the wait bar, and nowhere else', async () => {
    await gallery.show('ringing-1');
    expect(await moving()).toEqual(['ring-dial-fill']);
    await gallery.show('silent-caller');
    expect(await moving()).toEqual(['wait-bar-empty']);
    for (const state of ['idle', 'greeting', 'on-hold', 'wrap-up', 'locked']) {
      await gallery.show(state);
      expect([state, await moving()]).toEqual([state, []]);
    }
  });

  it('is nowhere under reduced motion', async () => {
    for (const state of ['ringing-1', 'ringing-3', 'silent-caller']) {
      await gallery.show(state, { still: true });
      expect(await moving()).toEqual([]);
    }
  });
});
