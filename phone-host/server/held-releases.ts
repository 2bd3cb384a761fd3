import type { Bytes } from '../../contract/release/ed25519.ts';
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
  for (const row of await store.live(trust.team)) {
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

/** Signed by leads of the team: a server checks them like any other. */
export interface SignedDocuments {
  readonly lists: readonly Bytes[];
  /** Oldest first. */
  readonly releases: readonly Bytes[];
}

export async function signedDocuments(store: PackStore, trust: TeamTrust | null): Promise<SignedDocuments> {
  if (trust === null) return { lists: [], releases: [] };
  const rows = await store.all(trust.team);
  const read = await Promise.all(
    rows.map(async ({ bytes }) => ({ bytes, opened: await openRelease(bytes, trust) })),
  );
  const signed = read.flatMap(({ bytes, opened }) => {
    return opened.ok ? [{ bytes, sequence: opened.release.sequence }] : [];
  });
  signed.sort((one, other) => one.sequence - other.sequence);
  return { lists: await store.lists(trust.team), releases: signed.map(({ bytes }) => bytes) };
}
