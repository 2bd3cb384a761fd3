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
const DIGIT = /\p{Nd}/u;

/**
 * Text in which a number is looked for, in ASCII as far as digits, signs, spaces, dashes, dots and
 * brackets go, without what is invisible. Other characters stay.
 */
export function plainNumberText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(NOT_FIGURE, (part) => part.normalize('NFKC'))
    .replace(/[^\0-\x7f]/gu, (character) => (DIGIT.test(character) ? digitOf(character) : character))
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

/** Ten digits of a script follow one another (Unicode §4.6), and nothing but a digit is Nd. */
function digitOf(character: string): string {
  const at = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}
