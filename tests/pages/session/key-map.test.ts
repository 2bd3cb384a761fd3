import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_KEY_MAP,
  KEY_COMMANDS,
  type KeyPress,
  matchBareKey,
  matchEnterAtRest,
  matchKey,
} from '../../../pages/session/key-map.ts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  code: 'KeyJ',
  key: 'J',
  ctrlKey: false,
  altKey: true,
  shiftKey: true,
  metaKey: false,
  isComposing: false,
  ...more,
});
const bare = (key: string, more: Partial<KeyPress> = {}): KeyPress =>
  press({ key, code: `Key${key.toUpperCase()}`, altKey: false, shiftKey: false, ...more });

/**
 * Alt+Shift with a letter in Chromium (accelerator_table.cc) and in browsers built on it. Firefox
 * has none (browser.xhtml, mainKeyset).
 */
const USED_WITH_ALT_SHIFT = ['KeyA', 'KeyB', 'KeyC', 'KeyI', 'KeyN', 'KeyP', 'KeyT', 'KeyW', 'KeyX', 'KeyZ'];
/** With Option these begin an accent on a Mac (´ ` ¨ ˆ ˜). */
const DEAD_ON_MAC = ['KeyE', 'KeyI', 'KeyN', 'KeyU', 'Backquote'];

describe('the key map', () => {
  it('answers, ends, holds and mutes with Alt+Shift and a letter', () => {
    expect(matchKey(press({ code: 'KeyJ' }), DEFAULT_KEY_MAP)).toEqual({
      kind: 'command',
      command: 'answer',
    });
    expect(matchKey(press({ code: 'KeyG' }), DEFAULT_KEY_MAP)).toEqual({ kind: 'command', command: 'end' });
    expect(matchKey(press({ code: 'KeyD' }), DEFAULT_KEY_MAP)).toEqual({ kind: 'command', command: 'hold' });
    expect(matchKey(press({ code: 'KeyM' }), DEFAULT_KEY_MAP)).toEqual({ kind: 'command', command: 'mute' });
  });

  it('picks pinned scripts by the digits of both blocks', () => {
    expect(matchKey(press({ code: 'Digit3', key: '#' }), DEFAULT_KEY_MAP)).toEqual({
      kind: 'pinned',
      pin: 3,
    });
    expect(matchKey(press({ code: 'Numpad9', key: '9' }), DEFAULT_KEY_MAP)).toEqual({
      kind: 'pinned',
      pin: 9,
    });
    expect(matchKey(press({ code: 'Digit0', key: ')' }), DEFAULT_KEY_MAP)).toBeNull();
  });

  it('looks at the key pressed, not at the letter that a layout makes of it', () => {
    const onMac = press({ code: 'KeyJ', key: 'Ô' });
    expect(matchKey(onMac, DEFAULT_KEY_MAP)).toEqual({ kind: 'command', command: 'answer' });
  });

  it('uses no key that a browser or an accent takes, and none twice', () => {
    const used = KEY_COMMANDS.map((command) => DEFAULT_KEY_MAP[command]);
    expect(used.filter((code) => [...USED_WITH_ALT_SHIFT, ...DEAD_ON_MAC].includes(code))).toEqual([]);
    expect(new Set(used).size).toBe(used.length);
  });

  it('leaves AltGr, Ctrl and the system key alone', () => {
    expect(matchKey(press({ ctrlKey: true }), DEFAULT_KEY_MAP)).toBeNull();
    expect(matchKey(press({ metaKey: true }), DEFAULT_KEY_MAP)).toBeNull();
    expect(matchKey(press({ shiftKey: false }), DEFAULT_KEY_MAP)).toBeNull();
  });

  it('gives every key to the input method while it composes', () => {
    const composing = fc.record<KeyPress>({
      code: fc.constantFrom('KeyJ', 'KeyG', 'Digit1', 'Space', 'Enter', 'Slash', 'KeyM'),
      key: fc.constantFrom('j', 'J', '1', ' ', 'Enter', '/', '?', 'Process'),
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean(),
      isComposing: fc.constant(true),
    });
    fc.assert(
      fc.property(composing, (key) => {
        expect(matchKey(key, DEFAULT_KEY_MAP)).toBeNull();
        expect(matchBareKey(key)).toBeNull();
        const bySign229: KeyPress = { ...key, isComposing: false, keyCode: 229 };
        expect(matchKey(bySign229, DEFAULT_KEY_MAP)).toBeNull();
        expect(matchBareKey(bySign229)).toBeNull();
      }),
    );
  });
});

describe('a bare key outside a field', () => {
  it('opens the palette with itself', () => {
    expect(matchBareKey(bare('z'))).toEqual({ kind: 'palette', query: 'z' });
    expect(matchBareKey(bare('杂'))).toEqual({ kind: 'palette', query: '杂' });
  });

  it('opens an empty palette on the slash, also on its Chinese key', () => {
    expect(matchBareKey(bare('/'))).toEqual({ kind: 'palette', query: '' });
    expect(matchBareKey(bare('、'))).toEqual({ kind: 'palette', query: '' });
  });

  it('opens the sheet on a question mark, half or full width', () => {
    expect(matchBareKey(bare('?', { shiftKey: true }))).toEqual({ kind: 'key-sheet' });
    expect(matchBareKey(bare('\uFF1F', { shiftKey: true }))).toEqual({ kind: 'key-sheet' });
  });

  it('does nothing on Enter, Space, Tab, arrows and function keys, which belong to buttons and the browser', () => {
    for (const key of ['Enter', ' ', 'Tab', 'ArrowDown', 'F5', 'Escape', 'Shift', 'Dead']) {
      expect(matchBareKey(bare(key))).toBeNull();
    }
  });

  it('never does more than find: no bare key answers, ends, holds or mutes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), (key) => {
        const match = matchBareKey(bare(key));
        expect(match === null || match.kind === 'palette' || match.kind === 'key-sheet').toBe(true);
      }),
    );
  });
});

describe('Enter', () => {
  it('takes the suggestion while nothing has the focus', () => {
    expect(matchEnterAtRest(bare('Enter'))).toEqual({ kind: 'command', command: 'accept' });
  });

  it('is the input method’s own while it composes', () => {
    expect(matchEnterAtRest(bare('Enter', { isComposing: true }))).toBeNull();
    expect(matchEnterAtRest(bare('Enter', { keyCode: 229 }))).toBeNull();
  });
});
