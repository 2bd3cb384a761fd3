import type { Oidc } from '../../contract/api/members/organisation.ts';
import type { Tx } from '../database/tenant.ts';

/** Null if the organisation has no issuer, or does not exist. */
export async function readOidc(tx: Tx, org: string): Promise<Oidc | null> {
  const secrets = tx.selectFrom('organisation_secrets').where('org', '=', org);
  const row = await secrets.select(['oidc_issuer', 'oidc_client', 'oidc_claim']).executeTakeFirst();
  if (row === undefined) return null;
  const { oidc_issuer: issuer, oidc_client: clientId, oidc_claim: claim } = row;
  return issuer === null || clientId === null || claim === null ? null : { issuer, clientId, claim };
}
