/** Signs for 0 to 9, in each way in which people and systems write a digit of a number. */
const TENS = [
  '0123456789',
  '０１２３４５６７８９',
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '₀₁₂₃₄₅₆₇₈₉',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '〇一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
  // As said on the phone, and other signs for two and three.
  '洞幺两參肆伍陸拐捌勾',
  '零壹兩叁肆伍陆柒捌玖',
  '零壹貳叁肆伍陆柒捌玖',
  // In Japan.
  '零壱弐参肆伍陆漆捌玖',
];

/** The digit that a sign stands for. */
export const WRITTEN_DIGITS: ReadonlyMap<string, string> = new Map(
  TENS.flatMap((signs) => Array.from(signs, (sign, value): [string, string] => [sign, String(value)])),
);

/**
 * What people and chat windows put between digits: spaces, line breaks, dots, commas, dashes,
 * slashes, tildes, bars, quotes, asterisks, brackets, in any width, keycaps of digits (U+FE0F
 * U+20E3), and invisible signs. No colon: times would be numbers. Inside of a character class.
 */
export const BETWEEN_DIGITS =
  '\\p{Z}\\t\\v\\f\\r\\n\\u0085\\p{Pd}\\p{Cf}\\ufe0f\\u20e3.．。·・•…_,，、／/＼\\\\*＊()（）~～|｜;；+＋\'’‘"“”＂＇\\[\\]［］【】';

/** More of them, and another number begins. */
export const MOST_BETWEEN = 3;
