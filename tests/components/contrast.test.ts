import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Colours are read from tokens.css, so that every change is tested. */
const css = readFileSync('components/tokens.css', 'utf8');
const darkAt = css.indexOf('prefers-color-scheme: dark');
const themes = { light: tokens(css.slice(0, darkAt)), dark: tokens(css.slice(darkAt)) };

/** WCAG 2.2 §1.4.3: text 4.5; §1.4.11: controls and their states 3. */
const TEXT = 4.5;
const SHAPE = 3;

const MEANINGS = ['ready', 'urgent', 'late', 'forbidden'];
const pairs: readonly (readonly [string, string, number])[] = [
  ...['paper', 'paper-sunk'].flatMap((ground): readonly (readonly [string, string, number])[] => [
    ['ink', ground, TEXT],
    ['ink-dim', ground, TEXT],
    ['edge', ground, SHAPE],
    ...MEANINGS.map((meaning) => [`${meaning}-ink`, ground, TEXT] as const),
  ]),
  ...MEANINGS.flatMap((meaning): readonly (readonly [string, string, number])[] => [
    [`on-${meaning}`, meaning, TEXT],
    [`${meaning}-ink`, `${meaning}-tint`, TEXT],
    ['ink', `${meaning}-tint`, TEXT],
  ]),
  ['paper', 'ink', TEXT],
  ['paper', 'ink-dim', TEXT],
  ['ink', 'line', SHAPE],
  ['ready', 'paper', SHAPE],
  ['late', 'paper', SHAPE],
  ['forbidden', 'paper', SHAPE],
];

describe.each(Object.entries(themes))('in the %s theme', (_theme, colours) => {
  it.each(pairs)('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });

  function colour(name: string): string {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`No token --${name}`);
    return found;
  }
});

describe('the type scale', () => {
  it('has five sizes, and the sentence to say is the largest, from 22 to 28 px', () => {
    const sizes = [...css.matchAll(/--type-(\w+): ([^;]+);/g)].map(([, name, value]) => ({ name, value }));
    expect(sizes.map(({ name }) => name)).toEqual(['fine', 'body', 'lead', 'figure', 'say']);
    expect(sizes.at(-1)?.value).toBe('clamp(22px, 6.4vw, 28px)');
    for (const { value } of sizes.slice(0, -1)) expect(Number.parseInt(value ?? '', 10)).toBeLessThan(22);
  });

  it('has six gaps', () => {
    expect([...css.matchAll(/--space-\d: /g)]).toHaveLength(6);
  });
});

function tokens(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
