/** Country codes whose numbers keep their zero after the country code: Italy and San Marino. */
const KEEPS_ZERO = /^(?:39|378|379)$/;

/**
 * A global number as written, without the trunk prefix that is dialled only inside the country:
 * `+49 (0)89`, `+86 (010)`, and `+86-010`.
 */
export function withoutTrunkZero(written: string): string {
  const text = written.replace(/^\((\+|00)/, '$1').replace(/^(\+|00)\s*\(/, '$1');
  const match = /^((?:\+|00)\s?([1-9]\d{0,2})\)?[\s().-]*)\(\s*0+\s*([1-9][\d\s-]*)?\)(.*)$/.exec(text);
  if (match !== null && !KEEPS_ZERO.test(match[2] ?? '')) {
    return `${match[1] ?? ''} ${match[3] ?? ''} ${match[4] ?? ''}`;
  }
  // China has no area code that begins with 0.
  return text.replace(/^((?:\+|00)\s?86)([\s().-]*)0+(?=[1-9])/, '$1$2');
}

/** A number that is dialled only inside the country, as it is dialled after the country code. */
export function afterCountryCode(local: string, context: string): string {
  return KEEPS_ZERO.test(context.slice(0, 2)) || KEEPS_ZERO.test(context.slice(0, 3))
    ? local
    : local.replace(/^0/, '');
}
