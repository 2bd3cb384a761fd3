import { isOtherFigure } from '../../calls/numbers/other-figure.ts';
import { readNumber } from '../../calls/numbers/read-number.ts';
import { readNumberUri } from '../../calls/numbers/read-number-uri.ts';
import { type TelephoneNumber, writtenNumber } from '../../calls/numbers/telephone-number.ts';

/** Longest text that is looked at: nobody selects more than this to call one number. */
const LONGEST_TEXT = 60;
/**
 * Three digits are a service number (GB/T 10305), fifteen the longest international one (ITU-T
 * E.164), after an exit code.
 */
const DIALLED = /^\+?\d{3,17}$/;

/**
 * The one telephone number that a selected text is, ready to be dialled; null if it is none, or
 * more than one. An extension follows as `;ext=`.
 */
export function numberInText(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT || isOtherFigure(trimmed)) return null;
  return dialled(readNumber(trimmed));
}

/** The number of a `tel:` or `callto:` link (RFC 3966 §3); null if it is none. */
export function numberOfTelLink(href: string): string | null {
  return /^(?:tel|callto):/i.test(href) ? dialled(readNumberUri(href)) : null;
}

function dialled(read: TelephoneNumber | null): string | null {
  return read !== null && DIALLED.test(read.number) ? writtenNumber(read) : null;
}
