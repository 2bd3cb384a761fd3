import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashOf, codeOfShortcut, FREE_KEYS, parseKeyMap } from '../../../pages/session/key-choice.ts';
import { DEFAULT_KEY_MAP, KEY_COMMANDS } from '../../../pages/session/key-map.ts';

const BROWSER = new Map([
  ['KeyJ', 'answer'],
  ['KeyG', 'end'],
] as const);

describe('keys that the agent chooses', () => {
  it('offer every key of the usual map, and enough for all commands', () => {
    for (const command of KEY_COMMANDS) expect(FREE_KEYS).toContain(DEFAULT_KEY_MAP[command]);
    expect(FREE_KEYS.length).toBeGreaterThanOrEqual(KEY_COMMANDS.length);
  });

  it('are free of clashes as they come', () => {
    for (const command of KEY_COMMANDS) expect(clashOf(command, DEFAULT_KEY_MAP, BROWSER)).toBeNull();
  });

  it('clash on both sides when two commands take one letter', () => {
    const map = { ...DEFAULT_KEY_MAP, hold: DEFAULT_KEY_MAP.next };
    expect(clashOf('hold', map, BROWSER)).toEqual({ with: 'command', command: 'next' });
    expect(clashOf('next', map, BROWSER)).toEqual({ with: 'command', command: 'hold' });
  });

  it('clash with what the browser does by that letter, unless it is the same', () => {
    const map = { ...DEFAULT_KEY_MAP, answer: 'KeyY', hold: 'KeyJ' };
    expect(clashOf('hold', map, BROWSER)).toEqual({ with: 'browser', does: 'answer' });
    expect(clashOf('end', map, BROWSER)).toBeNull();
    expect(clashOf('answer', map, BROWSER)).toBeNull();
  });
});

describe('a shortcut as the browser writes it', () => {
  it('is a key of the panel only with Alt and Shift and a letter', () => {
    expect(codeOfShortcut('Alt+Shift+J')).toBe('KeyJ');
    expect(codeOfShortcut('⌥⇧G')).toBe('KeyG');
    for (const other of ['', 'Ctrl+Shift+J', 'Alt+J', 'Alt+Shift+F5', 'Alt+Shift+1']) {
      expect(codeOfShortcut(other)).toBeNull();
    }
  });
});

describe('what was kept', () => {
  it('comes back, and a command that came later has its usual key', () => {
    expect(parseKeyMap({ answer: 'KeyY' })).toEqual({ ...DEFAULT_KEY_MAP, answer: 'KeyY' });
  });

  it('is the usual map where it is anything else, or gives a key twice', () => {
    for (const kept of [undefined, null, 'KeyY', { answer: 'F5' }, { fly: 'KeyY' }, { hold: 'KeyJ' }]) {
      expect(parseKeyMap(kept)).toEqual(DEFAULT_KEY_MAP);
    }
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const map = parseKeyMap(kept);
        expect(new Set(Object.values(map)).size).toBe(KEY_COMMANDS.length);
      }),
    );
  });
});
