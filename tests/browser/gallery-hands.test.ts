import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenGallery, openGallery } from '../helpers/gallery.ts';

let gallery: OpenGallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const asked = () =>
  gallery.page.evaluate('JSON.stringify(galleryActions)').then((json): unknown => JSON.parse(String(json)));
const HANG_UP = '.hang-up-button';
const whenAsked = () => gallery.page.waitForFunction('galleryActions.length > 0', { timeout: 5000 });

/** Outline of what has the focus; null while the focus is with the browser itself. */
const focusOutline = () =>
  gallery.page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || focused.getAttribute('tabindex') === '-1')
      return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return `${outlineStyle} ${outlineWidth}`;
  });

describe('a guarded hang-up', () => {
  it('does nothing on a click, by mouse or key', async () => {
    await gallery.show('silent-caller');
    await gallery.page.click(HANG_UP);
    await gallery.page.focus(HANG_UP);
    await gallery.page.keyboard.press('Enter');
    await gallery.page.keyboard.press('Space');
    expect(await asked()).toEqual([]);
  });

  it('ends the call, as forced, when the button is held', async () => {
    await gallery.show('silent-caller');
    await gallery.page.hover(HANG_UP);
    await gallery.page.mouse.down();
    await whenAsked();
    await gallery.page.mouse.up();
    expect(await asked()).toEqual([{ do: 'hang-up', call: 'call-1', forced: true }]);
  });

  it('can be held with the keyboard', async () => {
    await gallery.show('silent-caller');
    await gallery.page.focus(HANG_UP);
    await gallery.page.keyboard.down('Space');
    await whenAsked();
    await gallery.page.keyboard.up('Space');
    expect(await asked()).toEqual([{ do: 'hang-up', call: 'call-1', forced: true }]);
  });

  it('takes one press when nothing is owed', async () => {
    await gallery.show('branch');
    await gallery.page.click(HANG_UP);
    expect(await asked()).toEqual([{ do: 'hang-up', call: 'call-1', forced: false }]);
  });
});

describe('the text of a field', () => {
  it('never goes to a spelling service, a form store or a translator, in any state', async () => {
    await gallery.show('idle');
    const [open, fields] = await gallery.page.evaluate(
      (names: readonly string[]) => {
        const without = /checkbox|radio|range|number|date|datetime-local|file/;
        const all = names.flatMap((name) => {
          Reflect.get(globalThis, 'galleryFlip')(name, 'zh_CN');
          return [...document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable]')]
            .filter((field) => !without.test(field.getAttribute('type') ?? ''))
            .map((field) => ({
              name: `${name} ${field.outerHTML}`,
              isKept: !field.spellcheck && !field.translate && field.getAttribute('autocomplete') === 'off',
            }));
        });
        return [all.filter(({ isKept }) => !isKept).map(({ name }) => name), all.length] as const;
      },
      gallery.states.map(({ name }) => name),
    );
    expect(open).toEqual([]);
    expect(fields).toBeGreaterThan(100);
  });
});

describe('category and tags in a call', () => {
  it('are one Tab behind the note, and picked without a mouse', async () => {
    await gallery.show('greeting', { width: 320, height: 640 });
    await gallery.page.focus('.note-box__text');
    const { keyboard } = gallery.page;
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.type('冰箱 ');
    expect(await asked()).toEqual([
      { do: 'write-note', patch: { category: 'complaint' } },
      { do: 'write-note', patch: { tags: ['冰箱'] } },
    ]);
  });
});

describe('by keyboard alone', () => {
  it('every state can be walked through with Tab, and the focus is always seen', async () => {
    for (const state of [
      'ringing-1',
      'silent-caller',
      'suggestion',
      'transfer',
      'palette',
      'wrap-up',
      'locked',
      'idle',
    ]) {
      await gallery.show(state);
      await gallery.page.keyboard.press('Tab');
      await gallery.page.keyboard.down('Shift');
      await gallery.page.keyboard.press('Tab');
      await gallery.page.keyboard.up('Shift');
      let seen = 0;
      for (let step = 0; step < 8; step += 1) {
        const outline = await focusOutline();
        if (outline !== null) {
          expect([state, step, outline]).toEqual([state, step, 'solid 2px']);
          seen += 1;
        }
        await gallery.page.keyboard.press('Tab');
      }
      expect(seen).toBeGreaterThan(0);
    }
  });

  it('the palette takes a script with arrows and Enter while the field keeps the focus', async () => {
    await gallery.show('palette');
    await gallery.page.keyboard.press('ArrowDown');
    await gallery.page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ do: 'pick-script', situation: 'please-repeat' }]);
  });

  it('the keypad sends the digits of the keyboard', async () => {
    await gallery.show('keypad');
    await gallery.page.keyboard.type('4#');
    expect(await asked()).toEqual([
      { do: 'send-tones', call: 'call-1', tones: '4' },
      { do: 'send-tones', call: 'call-1', tones: '#' },
    ]);
  });
});

describe('the note', () => {
  it('reports every keystroke and keeps what is typed, although the page never echoes it', async () => {
    await gallery.show('greeting');
    await gallery.page.focus('#note-text');
    await gallery.page.keyboard.type('ab');
    expect(await asked()).toEqual([
      { do: 'write-note', patch: { text: 'a' } },
      { do: 'write-note', patch: { text: 'ab' } },
    ]);
    expect(await gallery.page.$eval('#note-text', (field) => 'value' in field && field.value)).toBe('ab');
  });
});
