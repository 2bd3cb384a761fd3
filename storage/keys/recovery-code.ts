import { randomBytes } from './bytes.ts';

/** 31 signs without 0, 1, I, L, O, so that a printed code reads one way. A prime, so that the check below finds slips. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 6;
const DATA_PER_GROUP = 4;
const CODE = new RegExp(`^[${SIGNS}]{${GROUPS * (DATA_PER_GROUP + 1)}}$`);

export type RecoveryCodeReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'not-a-recovery-code' }
  /** Groups are counted from 1, as they stand on paper. */
  | { readonly ok: false; readonly reason: 'mistyped-group'; readonly group: number };

/** Six groups of four random signs and a check sign: 24 · log2 31 = 118 bits. */
export function makeRecoveryCode(): string {
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = Array.from({ length: DATA_PER_GROUP }, randomSign).join('');
    return data + checkSign(data, group);
  }).join('-');
}

/** Takes what a person typed: any case, any spaces and dashes. Gives the one spelling that unlocks. */
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
    // 32 values for 31 signs: the odd one is thrown again, or one sign would come twice as often.
    if (sign !== undefined) return sign;
  }
}

/** Weighted sum modulo a prime: finds every single wrong sign, every swapped pair and every group out of place. */
function checkSign(data: string, group: number): string {
  const sum = Array.from(data).reduce(
    (total, sign, index) => total + SIGNS.indexOf(sign) * (index + 2),
    group,
  );
  return SIGNS.charAt(sum % SIGNS.length);
}
