import { plainDigits } from './plain-digits.ts';

/** Invisible: bidi marks, zero-width and soft-hyphen characters, variation selectors, keycaps. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u3164\uFFA0]/gu;
const SPACE = /[\p{Zs}\t]+/gu;
/**
 * Hyphens and dashes of every length; beside Unicode's Pd the minus signs, the hyphen bullet and
 * the long vowel mark, which input methods give for the same key.
 */
const DASH = /[\p{Pd}\u2212\u207B\u208B\u02D7\u2043\u30FC\uFF70]/gu;
const DOT = /[·・‧•∙⋅․。．｡]/gu;
const OPENING = /[[{<【〔〖「『《〈]/gu;
const CLOSING = /[\]}>】〕〗」』》〉]/gu;
/** ①, ², ⒈: figures of lists and footnotes, which NFKC would turn into digits of the number. */
const NOT_FIGURE = /[^\p{No}]+/gu;
/**
 * Text in which a number is looked for, in ASCII as far as digits, signs, spaces, dashes, dots and
 * brackets go, without what is invisible. Other characters stay.
 */
export function plainNumberText(text: string): string {
  return plainDigits(text.replace(INVISIBLE, '').replace(NOT_FIGURE, (part) => part.normalize('NFKC')))
    .replace(DASH, '-')
    .replace(DOT, '.')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(/[⁄∕⧸]/gu, '/')
    .replace(/[﹢✚➕]/gu, '+')
    .replace(/[✱∗⁎﹡]/gu, '*')
    .replace(SPACE, ' ')
    .trim();
}
