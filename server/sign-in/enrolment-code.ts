import { enrolmentCodeForm } from '../../contract/api/members/enrolment.ts';
import type { Tx } from '../database/tenant.ts';
import { hashSecret, randomSigns } from './secrets.ts';

/** A code is handed over within a shift. */
const GOOD_FOR_MS = 24 * 3_600_000;

interface NewCode {
  readonly org: string;
  readonly member: string;
  readonly by: string;
  readonly binding?: string | null | undefined;
  readonly setUp?: string | null | undefined;
}

/** Six characters name the organisation, ten are the secret. Invalidates earlier codes. */
export async function makeCode(
  tx: Tx,
  { org, member, by, binding = null, setUp = null }: NewCode,
  at: number,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const code = org + randomSigns(10);
  const expires_at = at + GOOD_FOR_MS;
  const unused = tx.deleteFrom('enrolment_codes').where('org', '=', org).where('member', '=', member);
  await unused.where('used_at', 'is', null).execute();
  await tx
    .insertInto('enrolment_codes')
    .values({ org, code_hash: hashSecret(code), member, made_by: by, expires_at, binding, set_up: setUp })
    .execute();
  return { code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt: expires_at };
}

/** The organisation named in a code; null if it cannot be a code. */
export function organisationOfCode(typed: string): string | null {
  return enrolmentCodeForm(typed)?.slice(0, 6) ?? null;
}

export interface UsedCode {
  readonly member: string;
  /** Who made it: a member's id, or `server`. */
  readonly by: string;
  readonly binding: string | null;
  readonly setUp: string | null;
}

/** Uses up a code; null if it is not valid. Works once, also under races. */
export async function useCode(tx: Tx, org: string, typed: string, at: number): Promise<UsedCode | null> {
  const hash = hashSecret(enrolmentCodeForm(typed) ?? '');
  const ofCode = tx.updateTable('enrolment_codes').where('org', '=', org).where('code_hash', '=', hash);
  const used = await ofCode
    .set({ used_at: at })
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['member', 'made_by as by', 'binding', 'set_up as setUp'])
    .executeTakeFirst();
  if (used === undefined) return null;
  await ofCode.set({ set_up: null }).execute();
  const stays = tx.selectFrom('members').select('member').where('org', '=', org);
  const found = await stays.where('member', '=', used.member).where('left_at', 'is', null).executeTakeFirst();
  return found === undefined ? null : used;
}
