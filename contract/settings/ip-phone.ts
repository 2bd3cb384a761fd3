/** A user or number, without what would change the meaning of a URI around it. */
const USER = /^[^\s@<>"';:?&=/\\,]{1,100}$/;
const HOST = /^(?:[a-z\d.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The address of record of a desk phone, as a `sip:` URI: of an extension, in the domain of the own
 * account, or of a whole address. Null where it is none.
 */
export function ipPhoneAddress(text: string, domain: string): string | null {
  const written = text.trim().replace(/^sips?:/i, '');
  const at = written.lastIndexOf('@');
  const user = at === -1 ? written : written.slice(0, at);
  const host = at === -1 ? domain : written.slice(at + 1);
  return USER.test(user) && HOST.test(host) ? `sip:${user}@${host}` : null;
}
