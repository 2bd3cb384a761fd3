/** What two readers show of one number at least: products mask the rest. */
const SHOWN_DIGITS = 4;

/**
 * Whether two readers name two numbers. One that names none may mean any; one may write an area or
 * country code that the other leaves out, or mask digits.
 */
export function isOtherNumber(one: string, other: string): boolean {
  const [first, second] = [endOf(one), endOf(other)];
  if (first === '' || second === '') return false;
  return first.length < second.length ? !second.endsWith(first) : !first.endsWith(second);
}

/** The digits; of a masked number those after the mask. */
function endOf(number: string): string {
  const [, end = ''] = /([^*xX#]*)$/.exec(number.split(';', 1)[0] ?? '') ?? [];
  const digits = end.replace(/\D/g, '');
  return /[*xX]{2}/.test(number) ? digits.slice(-SHOWN_DIGITS) : digits;
}
