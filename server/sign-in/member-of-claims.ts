import type { Tx } from '../database/tenant.ts';

/**
 * Finds the member by the agent number in the claim; null unless there is exactly one. The first
 * sign-in binds the member to the issuer's subject; other accounts with the number are refused
 * then.
 */
export async function memberOfClaims(
  tx: Tx,
  org: string,
  claim: string,
  claims: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const { [claim]: number, sub } = claims;
  if (typeof number !== 'string' || typeof sub !== 'string') return null;
  const members = tx.selectFrom('members').select(['member', 'oidc_subject']).where('org', '=', org);
  const [found, ...others] = await members
    .where('number', '=', number)
    .where('left_at', 'is', null)
    .forUpdate()
    .execute();
  if (found === undefined || others.length > 0) return null;
  if (found.oidc_subject === null) {
    const bind = tx.updateTable('members').set({ oidc_subject: sub }).where('org', '=', org);
    await bind.where('member', '=', found.member).execute();
    return found.member;
  }
  return found.oidc_subject === sub ? found.member : null;
}
