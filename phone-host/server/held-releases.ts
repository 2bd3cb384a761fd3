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

/** Signed by leads of the team: a server checks them like any other. */
export interface SignedDocuments {
  readonly lists: readonly Bytes[];
  readonly releases: readonly { readonly sequence: number; readonly bytes: Bytes }[];
}

export async function signedDocuments(store: PackStore, trust: TeamTrust | null): Promise<SignedDocuments> {
  if (trust === null) return { lists: [], releases: [] };
  const rows = await store.all(trust.team);
  const opened = await Promise.all(rows.map(({ bytes }) => openRelease(bytes, trust)));
  const releases = opened.flatMap((one, at) => {
    const bytes = rows[at]?.bytes;
    return one.ok && bytes !== undefined ? [{ sequence: one.release.sequence, bytes }] : [];
  });
  return { lists: await store.lists(trust.team), releases: releases.sort((a, b) => a.sequence - b.sequence) };
}
