import { enrolmentCodeForm } from '../../contract/api/members/enrolment.ts';
import type { Tx } from '../database/tenant.ts';
import { hashSecret, randomSigns } from './secrets.ts';

/** A code is handed over within a shift. */
const GOOD_FOR_MS = 24 * 3_600_000;

/** Six characters name the organisation, ten are the secret. Invalidates earlier codes. */
export async function makeCode(
  tx: Tx,
  { org, member, by }: { readonly org: string; readonly member: string; readonly by: string },
  at: number,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const code = org + randomSigns(10);
  const expires_at = at + GOOD_FOR_MS;
  const unused = tx.deleteFrom('enrolment_codes').where('org', '=', org).where('member', '=', member);
  await unused.where('used_at', 'is', null).execute();
  await tx
    .insertInto('enrolment_codes')
    .values({ org, code_hash: hashSecret(code), member, made_by: by, expires_at })
    .execute();
  return { code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt: expires_at };
}

/** The organisation named in a code; null if it cannot be a code. */
export function organisationOfCode(typed: string): string | null {
  return enrolmentCodeForm(typed)?.slice(0, 6) ?? null;
}

/** Uses up a code and gives its member; null if it is not valid. Works once, also under races. */
export async function useCode(tx: Tx, org: string, typed: string, at: number): Promise<string | null> {
  const used = await tx
    .updateTable('enrolment_codes')
    .set({ used_at: at })
    .where('org', '=', org)
    .where('code_hash', '=', hashSecret(enrolmentCodeForm(typed) ?? ''))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('member')
    .executeTakeFirst();
  if (used === undefined) return null;
  const stays = tx.selectFrom('members').select('member').where('org', '=', org);
  const found = await stays.where('member', '=', used.member).where('left_at', 'is', null).executeTakeFirst();
  return found?.member ?? null;
}
