import { BETWEEN_DIGITS, MOST_BETWEEN } from './written-digits.ts';

/** What stands for a digit that is not shown. */
const DOT = '•';

/** As said on the phone and typed by ear, and as on a bill: 幺三九零零…, 壹叁玖; 十 and 百 never. */
const WORDS = '〇零一二三四五六七八九幺两兩洞拐勾壹贰貳叁參肆伍陆陸柒捌玖壱弐参漆';
/**
 * Decimal digits of every script, the figures that Unicode only knows as "other number" (①, ², ⒈),
 * and digits in words.
 */
const DIGIT = `[\\p{Nd}\\p{No}${WORDS}]`;
const JOINT = `[${BETWEEN_DIGITS}]{0,${MOST_BETWEEN}}`;
/**
 * 2026-11-22, 2026.11.22: an agent must be able to read when. Consumed first, so that a number
 * before or after it stands alone.
 */
const DATE = (same: string) =>
  `(?<!\\d)(?:19|20)\\d\\d(?<${same}>[-./])(?:0?[1-9]|1[0-2])\\k<${same}>(?:0?[1-9]|[12]\\d|3[01])(?!\\d)`;
/** 1,234,567.50: below a milliard it is an amount. */
const AMOUNT = '(?<![\\p{Nd},])\\d{1,3}(?:,\\d{3}){1,2}(?:\\.\\d{1,2})?(?![\\p{Nd},])';
/** Seven digits and more; an X or x may end it (GB 11643-1999, 18-digit resident number). */
const NUMBER = `\\+?${DIGIT}(?:${JOINT}(?!${DATE('next')})${DIGIT}){6,}(?:[\\p{Zs}\\p{Pd}\\p{Cf}]{0,3}[XxＸｘ](?![A-Za-z]))?`;

const SENSITIVE = new RegExp(`(?<kept>${DATE('within')}|${AMOUNT})|${NUMBER}`, 'gu');
const IN_WORDS = new RegExp(`[${WORDS}]`, 'u');
const EVERY_WORD = new RegExp(`[${WORDS}]`, 'gu');
/** Eleven figures and more: a mobile number, or one with its country or area. */
const WHOLE_NUMBER = new RegExp(`\\+?[\\p{Nd}\\p{No}](?:${JOINT}[\\p{Nd}\\p{No}]){10,}`, 'gu');

/**
 * Below this, digits are amounts, short codes and times. The shortest local phone number in China
 * has seven.
 */
const SHORTEST_NUMBER = 7;

/**
 * `+86 139 0000 1234` → `••••••••1234`, `13900001234` → `139••••1234`. Short codes such as `10086`
 * are nobody's. Without the
 * extension and other parameters after `;` (RFC 3966).
 */
export function maskNumber(signalled: string): string {
  const [main = ''] = signalled.split(';');
  const digits = digitsOf(main);
  return digits.length < SHORTEST_NUMBER ? main : maskDigits(digits);
}

/**
 * Phone, ID and card numbers inside a text, however they are spaced or written. The words around
 * them stay.
 */
export function maskText(text: string): string {
  return text.replace(SENSITIVE, (...match) => {
    const found = String(match[0]);
    if (keptOf(match.at(-1)) !== undefined) return found;
    return IN_WORDS.test(found) ? maskMixed(found) : maskFigures(found);
  });
}

/** In `13900001234。一会儿` the number is whole without the word that follows it. */
function maskMixed(found: string): string {
  const words = found.replace(WHOLE_NUMBER, '').match(EVERY_WORD) ?? [];
  const masked = found.replace(WHOLE_NUMBER, maskFigures);
  // Its last four figures stay, and no more than six may stand together.
  const isNumberBesideWords = masked !== found && words.length + 4 < SHORTEST_NUMBER;
  return isNumberBesideWords ? masked : DOT.repeat(Array.from(found).length);
}

/** Figures without a decimal digit behind them (❶, 𐄇) are all hidden. */
function maskFigures(found: string): string {
  const digits = digitsOf(found);
  return digits.length < SHORTEST_NUMBER ? DOT.repeat(Array.from(found).length) : maskDigits(digits);
}

/**
 * Phone numbers keep three first and four last digits. Longer ones keep the last four only: an ID
 * number begins with place and date of birth (GB 11643), a card number with its bank (ISO/IEC
 * 7812-1). Local numbers keep two.
 */
function maskDigits(digits: readonly string[]): string {
  const isPhone = digits.length >= 10 && digits.length <= 12;
  const first = isPhone ? 3 : 0;
  const last = digits.length >= 10 ? 4 : 2;
  const hidden = DOT.repeat(digits.length - first - last);
  return digits.slice(0, first).join('') + hidden + digits.slice(-last).join('');
}

function digitsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/\p{Nd}|X$/gu) ?? []
  );
}

function keptOf(groups: unknown): unknown {
  return typeof groups === 'object' && groups !== null && 'kept' in groups ? groups.kept : undefined;
}
