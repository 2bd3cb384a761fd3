import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenGallery, openGallery } from '../helpers/gallery.ts';

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
  { ofPanel: 320, ofOptions: 360 },
  { ofPanel: 560, ofOptions: 800 },
];

describe('at every width', () => {
  it.each(['zh_CN', 'zh_TW', 'en'])(
    '%s fits: nothing sticks out and no button loses its word',
    { timeout: 240_000 },
    async (locale) => {
      const cut: string[] = [];
      for (const { ofPanel, ofOptions } of WIDTHS) {
        for (const { name, wide } of gallery.states) {
          const width = wide ? ofOptions : ofPanel;
          await gallery.show(name, { width, locale, still: true });
          const found = await gallery.page.evaluate(() => {
            const buttons = [...document.querySelectorAll('button, summary')];
            const tight = buttons.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
            const wider = document.documentElement.scrollWidth > innerWidth;
            return [...tight.map(({ textContent }) => textContent), ...(wider ? ['the page'] : [])];
          });
          for (const what of found) cut.push(`${name} ${width}: ${what}`);
        }
      }
      expect(cut).toEqual([]);
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
