const DIGIT = /\p{Nd}/u;
const NOT_ASCII = /[^\0-\x7f]/gu;
/** Signs of numbers, times and dates, as an input method gives them. */
const WIDE_SIGN = /[＋－．，：／＃＊]/gu;
const WIDE_TO_ASCII = 0xfee0;

/** A text with the digits of every width and script, and the signs between them, in ASCII. */
export function plainDigits(text: string): string {
  return text
    .replace(NOT_ASCII, (character) => (DIGIT.test(character) ? digitOf(character) : character))
    .replace(WIDE_SIGN, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDE_TO_ASCII));
}

/** A whole number as it was typed; null for any other text. */
export function readCount(text: string): number | null {
  const plain = plainDigits(text).trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** Ten digits of a script follow one another (Unicode §4.6), and nothing but a digit is Nd. */
function digitOf(character: string): string {
  const at = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}
