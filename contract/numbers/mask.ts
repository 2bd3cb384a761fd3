/** What stands for a digit that is not shown. */
const DOT = '•';

/**
 * Decimal digits of every script, and the figures that Unicode only knows as "other number": ①, ²,
 * ⒈.
 */
const DIGIT = '[\\p{Nd}\\p{No}]';
/**
 * What people and chat windows put between digits, not across lines: spaces, dots, dashes,
 * brackets, invisible signs.
 */
const JOINT = '[\\p{Zs}\\t\\p{Pd}\\p{Cf}.·・•_/()()]{0,3}';
/**
 * 2026-11-22, 2026.11.22: an agent must be able to read when. Consumed first, so that a number
 * after it stands alone.
 */
const DATE = '(?<!\\d)(?:19|20)\\d\\d([-./])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?!\\d)';
/** Seven digits and more; an X or x may end it (GB 11643-1999, 18-digit resident number). */
const NUMBER = `\\+?${DIGIT}(?:${JOINT}${DIGIT}){6,}(?:${JOINT}[XxＸｘ](?![A-Za-z]))?`;
/** As said on the phone and typed by ear: 幺三九零零…; 十 and 百 never stand in a dictated number. */
const SPOKEN = '[〇零一二三四五六七八九幺两洞拐勾](?:[\\p{Zs},,、-]?[〇零一二三四五六七八九幺两洞拐勾]){6,}';

const SENSITIVE = new RegExp(`(?<date>${DATE})|(?<spoken>${SPOKEN})|${NUMBER}`, 'gu');

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
    const { date, spoken } = groupsOf(match.at(-1));
    if (date !== undefined) return found;
    return spoken === undefined ? maskDigits(digitsOf(found)) : DOT.repeat(Array.from(found).length);
  });
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

function groupsOf(last: unknown): { readonly date?: unknown; readonly spoken?: unknown } {
  return typeof last === 'object' && last !== null ? last : {};
}
