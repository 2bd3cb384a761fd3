import type { TeamTrust } from '../../contract/release/team-trust.ts';
import { openRelease, type ReleaseRefusal } from '../../contract/release/verify-release.ts';
import type { HeldRelease } from '../../rules/scripts/roll-out.ts';
import type { PackStore } from '../../storage/packs/pack-store.ts';

interface HeldReleases {
  readonly inUse: HeldRelease | null;
  readonly waiting: readonly HeldRelease[];
  /** Why the last one that failed the check was deleted. */
  readonly refused: ReleaseRefusal | null;
}

/** The stored releases of the trusted team, checked again: the team's keys may have changed. */
export async function readHeldReleases(store: PackStore, trust: TeamTrust | null): Promise<HeldReleases> {
  const waiting: HeldRelease[] = [];
  let inUse: HeldRelease | null = null;
  let refused: ReleaseRefusal | null = null;
  if (trust === null) return { inUse, waiting, refused };
  for (const row of await store.all(trust.team)) {
    if (row.status === 'past') continue;
    const opened = await openRelease(row.bytes, trust);
    if (!opened.ok) {
      await store.drop(row.digest);
      refused = opened;
      continue;
    }
    await store.renew(row, opened.release.pack);
    const held = { release: opened.release, since: row.since, readAt: row.readAt };
    if (row.status === 'in-use') inUse = held;
    else waiting.push(held);
  }
  return { inUse, waiting, refused };
}
