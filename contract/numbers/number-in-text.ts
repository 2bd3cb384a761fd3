/** Longest text that is looked at: nobody selects more than this to call one number. */
const LONGEST_TEXT = 60;
/**
 * What people and pages put between the digits of one number: spaces, dots, dashes, brackets,
 * invisible signs.
 */
const JOINTS = /[\p{Zs}\t\p{Pd}\p{Cf}.·()/]/gu;
/**
 * Three digits are a service number (GB/T 10305), fifteen the longest international one (ITU-T
 * E.164), then an extension.
 */
const NUMBER = /^\+?\d{3,20}$/;

/**
 * The one telephone number that a selected text is, ready to be dialled; null if it is none, or
 * more than one.
 */
export function numberInText(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) return null;
  const digits = trimmed.normalize('NFKC').replaceAll(JOINTS, '');
  return NUMBER.test(digits) ? digits : null;
}

/** The number of a `tel:` link (RFC 3966 §3), without its parameters; null if it is none. */
export function numberOfTelLink(href: string): string | null {
  const [, subscriber] = /^tel:([^;?]*)/i.exec(href) ?? [];
  if (subscriber === undefined) return null;
  try {
    return numberInText(decodeURIComponent(subscriber));
  } catch {
    return null;
  }
}
