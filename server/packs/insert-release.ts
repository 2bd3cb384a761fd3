import { canonicalJson } from '../../contract/release/canonical-json.ts';
import type { Release } from '../../contract/release/release.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import type { Audience } from '../events/audience.ts';

/** False if the team has a release of this sequence. */
export async function insertRelease(
  tx: Tx,
  where: Pick<Tenant, 'org' | 'team'>,
  release: Release,
  document: string,
  pack_digest: string,
): Promise<boolean> {
  const { pack, digest, signedBy: _, ...head } = release;
  const { sequence } = release;
  const row = {
    ...{ org: where.org, team: where.team, sequence, digest, version: pack.version, document },
    ...{ pack_digest, head: JSON.stringify(head) },
  };
  const stored = await tx
    .insertInto('pack_releases')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('sequence')
    .executeTakeFirst();
  return stored !== undefined;
}

export function packDigestOf({ pack }: Release): Promise<string> {
  return digestOf(canonicalJson(pack));
}

/** Whose devices fetch it. */
export function audienceOf({ audience }: Release): Audience {
  return audience.to === 'team'
    ? { permission: 'participate', agents: [] }
    : { permission: 'publish-packs', agents: audience.agents };
}
