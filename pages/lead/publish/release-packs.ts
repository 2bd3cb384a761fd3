import type { Pack } from '../../../contract/pack/pack.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { PendingRelease } from '../../../rules/releases/plan-releases.ts';
import {
  inUseOf,
  pendingReleases,
  type ReleaseHead,
  releaseUnder,
} from '../../../rules/releases/release-line.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import { packOf } from '../frame/team-packs.ts';

/** Packs by the sequence of their release. */
export type ReleasePacks = ReadonlyMap<number, Pack>;

/** The team's pack, and those of the pending releases with what is under them. */
export async function loadPacks(
  server: LeadServer,
  trust: TeamTrust,
  heads: readonly ReleaseHead[],
  known: ReleasePacks,
): Promise<ReleasePacks> {
  const now = Date.now();
  const pending = pendingReleases(heads, now);
  const needed = [
    inUseOf(heads, { to: 'team' }, now),
    ...pending.flatMap((head) => [head, releaseUnder(heads, head)]),
  ];
  const packs = new Map<number, Pack>();
  for (const { sequence } of needed.filter((head) => head !== null)) {
    const pack = packs.get(sequence) ?? known.get(sequence) ?? (await packOf(server, trust, sequence));
    if (pack !== null) packs.set(sequence, pack);
  }
  return packs;
}

/** A release whose pack cannot be verified is left out: its changes are not known. */
export function withPacks(
  pending: readonly ReleaseHead[],
  heads: readonly ReleaseHead[],
  packs: ReleasePacks,
  packUnder: (head: ReleaseHead | null) => Pack,
): readonly PendingRelease[] {
  return pending.flatMap((head) => {
    const after = packs.get(head.sequence);
    return after === undefined ? [] : [{ head, after, before: packUnder(releaseUnder(heads, head)) }];
  });
}
