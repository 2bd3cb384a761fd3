const PHONE_LIKE = /^\+?[\d\s().-]+$/;
const USER = /^[\w.!~*'()+#&=$,;?/%-]+$/;
const ADDRESS = /^(?:sips?:)?[\w.!~*'()+#&=$,;?/%-]+@[\w.-]+(?::\d{1,5})?$/i;
const LONGEST = 256;

/**
 * What can be dialled: a number as people write it ("+86 139 0000 0001"), an extension, or a SIP
 * address. Null for any other text: no unchecked text reaches a SIP header.
 */
export function readTarget(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  if (PHONE_LIKE.test(trimmed)) {
    const digits = trimmed.replace(/[\s().-]/g, '');
    return /\d/.test(digits) ? digits : null;
  }
  return USER.test(trimmed) || ADDRESS.test(trimmed) ? trimmed : null;
}

/** True for digits, `*`, `#` and A–D: RFC 4733 §3.2. */
export function areTones(text: string): boolean {
  return /^[\dA-D*#]{1,64}$/i.test(text);
}
