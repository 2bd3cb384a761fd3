import { randomBytes } from './bytes.ts';

/**
 * 31 characters, without 0, 1, I, L and O, which look alike in print. A prime, as the check
 * character needs.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 6;
const DATA_PER_GROUP = 4;
const CODE = new RegExp(`^[${SIGNS}]{${GROUPS * (DATA_PER_GROUP + 1)}}$`);

export type RecoveryCodeReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'not-a-recovery-code' }
  /** Counted from 1, as on the printed code. */
  | { readonly ok: false; readonly reason: 'mistyped-group'; readonly group: number };

/** Six groups of four random characters and a check character: 24 · log2 31 = 118 bits. */
export function makeRecoveryCode(): string {
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = Array.from({ length: DATA_PER_GROUP }, randomSign).join('');
    return data + checkSign(data, group);
  }).join('-');
}

/** Accepts any case, spaces and dashes; returns the canonical spelling. */
export function readRecoveryCode(typed: string): RecoveryCodeReading {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '');
  if (!CODE.test(signs)) return { ok: false, reason: 'not-a-recovery-code' };
  const groups = signs.match(/.{5}/g) ?? [];
  const wrong = groups.findIndex((group, index) => group.at(-1) !== checkSign(group.slice(0, -1), index));
  if (wrong >= 0) return { ok: false, reason: 'mistyped-group', group: wrong + 1 };
  return { ok: true, code: groups.join('-') };
}

function randomSign(): string {
  for (;;) {
    const sign = SIGNS[(randomBytes(1)[0] ?? 255) >> 3];
    // 32 values for 31 characters: draw again for the last, or one character would be twice as
    // likely.
    if (sign !== undefined) return sign;
  }
}

/** A weighted sum modulo a prime detects each wrong character, swapped pair and misplaced group. */
function checkSign(data: string, group: number): string {
  const sum = Array.from(data).reduce(
    (total, sign, index) => total + SIGNS.indexOf(sign) * (index + 2),
    group,
  );
  return SIGNS.charAt(sum % SIGNS.length);
}
