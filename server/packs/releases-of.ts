import type { Tx } from '../database/tenant.ts';

/** A team's releases, newest first. */
export function releasesOf(tx: Tx, org: string, team: string) {
  const releases = tx.selectFrom('pack_releases').where('org', '=', org).where('team', '=', team);
  return releases.orderBy('sequence', 'desc');
}
