import { maskNumber } from '../contract/numbers/mask.ts';

/** Characters that hide, reverse or break a line: Unicode Cc and Cf, which hold the bidirectional overrides. */
const TRICKS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * What the other side calls itself, fit to be shown as a text node: no controls, no reversed direction, no wall of
 * text. Null if nothing is left.
 */
export function tameText(text: string | null, limit = 60): string | null {
  const tame = (text ?? '').replace(TRICKS, '').trim();
  if (tame === '') return null;
  const letters = [...tame];
  return letters.length > limit ? `${letters.slice(0, limit).join('')}…` : tame;
}

/** `138 **** 5678`: masked as everywhere, set in groups that can be read out. Short codes stay whole. */
export function maskedNumber(number: string): string {
  const masked = maskNumber(withoutCountry(tameText(number, 32) ?? '')).replaceAll('•', '*');
  return masked.replace(/^(\d{3})(\*{4})(\d{4})$/, '$1 $2 $3');
}

/** `139 0000 1234` for a Chinese mobile number; anything else as it came. */
export function groupNumber(number: string): string {
  const tame = tameText(number, 32) ?? '';
  const bare = withoutCountry(tame);
  return /^1\d{10}$/.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3, 7)} ${bare.slice(7)}` : tame;
}

/** A mobile number as it is said inside the country. */
function withoutCountry(number: string): string {
  return number.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}
