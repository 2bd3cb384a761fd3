import { plainNumberText } from './plain-number-text.ts';

const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const JOINED_DATE = `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;
/** 2026-11-22, 22.11.2026, 11/22/2026, 2026/11; something may follow: a time, a serial number. */
const DATES: readonly RegExp[] = [
  new RegExp(`^${YEAR}([-./ ])${MONTH}\\1${DAY}(?!\\d)`),
  new RegExp(`^${DAY}([-./ ])${MONTH}\\1${YEAR}(?!\\d)`),
  new RegExp(`^${MONTH}([-./])${DAY}\\1${YEAR}(?!\\d)`),
  new RegExp(`^${YEAR}[-./]${MONTH}$`),
  new RegExp(`^${MONTH}[-./]${YEAR}$`),
];
/** 20261122 alone, with a time, or at the beginning of an order number. */
const COMPACT_DATE = new RegExp(`^${JOINED_DATE}(?:[-_ ].*|\\d{2}(?:\\d{2})?(?:\\d{2})?|\\d{7,})?$`);

const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** 12.50, 1299.0; a number that is set with one dot begins with its area code. */
const DECIMAL = /^(?:\d+\.\d{1,2}|[1-9]\d{0,5}\.\d+)$/;
/** 1 299 000: the first group of a telephone number has three figures and more. */
const THOUSANDS = /^[1-9]\d?(?: \d{3})+$/;
/** 3-3-4 is how North America sets its numbers: 202 611 2200 is no date. */
const NORTH_AMERICAN = /^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/;

/** Fewer digits are a service number or an extension, which nothing divides. */
const SHORTEST_DIVIDED = 7;
/**
 * Without `+`, 00 or 0, a number has no more digits, unless China's 86 begins it. More are bank
 * cards (ISO/IEC 7812), resident numbers (GB 11643: 18 digits, 15 before 1999) and orders.
 */
const MOST_NATIONAL = 11;

/**
 * True for the text of a page that is rather something else than a telephone number: a date, a
 * time, an IP address, a price, a resident or bank card number, the number of an order.
 */
export function isOtherFigure(text: string): boolean {
  const plain = plainNumberText(text);
  if (/^\D*[+(]/.test(plain) && !IP.test(plain)) return false;
  if (IP.test(plain) || DECIMAL.test(plain) || THOUSANDS.test(plain)) return true;
  if (NORTH_AMERICAN.test(plain)) return false;
  if (DATES.some((date) => date.test(plain)) || COMPACT_DATE.test(plain)) return true;
  const [main = ''] = plain.split(/[^\d\s./()-]/);
  const digits = main.replace(/\D/g, '');
  if (/^\d{3,}$/.test(digits) && digits.length < SHORTEST_DIVIDED) return /\d\D+\d/.test(main);
  if (/^0/.test(digits) || /^86(?:1[3-9]\d{9}|\d{10,11})$/.test(digits)) return false;
  // A last group may be an extension.
  return main.replace(/-\d{1,6}\s*$/, '').replace(/\D/g, '').length > MOST_NATIONAL;
}
