import { readNumber } from '../../numbers/read-number.ts';

const USER = /^(?=.*[a-z])[\w.!~*'+&=$?%-]+$/i;
const ADDRESS = /^(?:sips?:)?[\w.!~*'()+#&=$,;?/%-]+@[\w.-]+(?::\d{1,5})?$/i;
const LONGEST = 256;

/**
 * What can be dialled: a number as people write it ("+86 139 0000 0001", "021-20001234转801" without
 * its extension), an internal number or name, or a SIP address. Null for any other text: no
 * unchecked text reaches a SIP header.
 */
export function readTarget(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  if (ADDRESS.test(trimmed)) return trimmed;
  return readNumber(trimmed)?.number ?? (USER.test(trimmed) ? trimmed : null);
}

/** A SIP address is taken as it is: it has no extension to be dialled after it. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/** Tones that are sent after the answer, to reach the extension that was dialled; null for none. */
export function extensionTones(text: string): string | null {
  const extension = isAddress(text) ? null : (readNumber(text)?.extension ?? null);
  // A comma is a pause of two seconds, for the voice that asks for the extension.
  return extension === null ? null : `,${extension}`;
}

/** True for digits, `*`, `#` and A–D: RFC 4733 §3.2. */
export function areTones(text: string): boolean {
  return /^[\dA-D*#]{1,64}$/i.test(text);
}
