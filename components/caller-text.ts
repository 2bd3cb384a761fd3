import { shownText } from '../calls/vocabulary/shown-text.ts';
import { maskNumber } from '../contract/numbers/mask.ts';

/** As shownText. */
export const tameText = shownText;

/** `138 **** 5678`: masked, in groups. Short codes stay whole. */
export function maskedNumber(number: string): string {
  const masked = maskNumber(withoutCountry(tameText(number, 32) ?? '')).replaceAll('•', '*');
  return masked.replace(/^(\d{3})(\*{4})(\d{4})$/, '$1 $2 $3');
}

/** `139 0000 1234` for a Chinese mobile number; others unchanged. */
export function groupNumber(number: string): string {
  const tame = tameText(number, 32) ?? '';
  const bare = withoutCountry(tame);
  return /^1\d{10}$/.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3, 7)} ${bare.slice(7)}` : tame;
}

/** A mobile number without country code. */
function withoutCountry(number: string): string {
  return number.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}
