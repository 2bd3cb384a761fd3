/** Crockford's base 32: people type O for 0, and I or L for 1. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const DATA_PER_GROUP = 4;
const TYPED = new RegExp(`^[${SIGNS}]{${GROUPS * (DATA_PER_GROUP + 1)}}$`);

export type FingerprintReading =
  | { readonly ok: true; readonly fingerprint: string }
  | { readonly ok: false; readonly reason: 'not-a-fingerprint' }
  /** Counted from 1, as it is shown. */
  | { readonly ok: false; readonly reason: 'mistyped-group'; readonly group: number };

/**
 * 80 bits of the SHA-256 of a public key, for people to compare and to type: four groups of four
 * characters and a check character.
 */
export async function fingerprintOf(key: string): Promise<string> {
  const input = new TextEncoder().encode(`sansheng root 1 ${key}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', input));
  const bits = Array.from(hash.slice(0, 10), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => SIGNS.charAt(Number.parseInt(five, 2))).join('');
  const groups = signs.match(/.{4}/g) ?? [];
  return groups.map((data, index) => data + checkSign(data, index)).join('-');
}

/** Accepts any case, spaces and dashes; gives the spelling of `fingerprintOf`. */
export function readFingerprint(typed: string): FingerprintReading {
  const signs = plainSigns(typed);
  if (!TYPED.test(signs)) return { ok: false, reason: 'not-a-fingerprint' };
  const groups = signs.match(/.{5}/g) ?? [];
  const wrong = groups.findIndex((group, index) => group.at(-1) !== checkSign(group.slice(0, -1), index));
  if (wrong >= 0) return { ok: false, reason: 'mistyped-group', group: wrong + 1 };
  return { ok: true, fingerprint: groups.join('-') };
}

/** Upper case without blanks and dashes, with the digits that are meant by O, I and L. */
export function plainSigns(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * A polynomial over GF(2⁵) detects each wrong character, each swapped pair and, by its start, each
 * misplaced group.
 */
function checkSign(data: string, group: number): string {
  return SIGNS.charAt([...data].reduce((sum, sign) => double(sum ^ SIGNS.indexOf(sign)), group + 1));
}

/** Times the root of x⁵ + x² + 1. */
function double(value: number): number {
  return (value & 16) === 0 ? value << 1 : (value << 1) ^ 0b100101;
}
