import type { SigningKey } from '../../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { ReleasePlan } from '../../../rules/releases/plan-releases.ts';
import { authorOf, type ReleaseHead } from '../../../rules/releases/release-line.ts';
import { makeFirstSigners } from '../frame/first-signers.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { nextVersion, type Rebased, signedRelease } from './next-release.ts';

export type StoredHead = ReleaseHead & { readonly digest: string };

interface Sender {
  readonly session: TeamSession;
  readonly server: LeadServer;
  readonly key: SigningKey;
  readonly trust: TeamTrust | null;
  /** Newest first. */
  readonly heads: readonly StoredHead[];
}

export interface Sending {
  readonly plan: ReleasePlan;
  /** What the audience has in use. */
  readonly under: ReleaseHead | null;
  /** Of the lead's own release; those that are repeated keep theirs. */
  readonly message: string;
  readonly version: string;
  /** Pending releases that end with it, besides those that it carries. */
  readonly ends: readonly number[];
}

/** Signs and sends a release and those that have to be repeated on top of it, in order. */
export async function sendReleases(
  { session, server, key, trust, heads }: Sender,
  { plan, under, message, version, ends }: Sending,
): Promise<boolean> {
  if (trust === null && (await makeFirstSigners(session, server, key)) === null) {
    session.asked.value = { asked: 'refused', why: 'conflict' };
    return false;
  }
  const { me } = server.link;
  const first = (heads[0]?.sequence ?? 0) + 1;
  const versions = [...heads.map((head) => head.version), version];
  let parent = heads.find(({ sequence }) => sequence === under?.sequence)?.digest ?? null;
  for (const [n, { repeats, pack, ...planned }] of plan.releases.entries()) {
    const used = n === 0 ? version : nextVersion(pack, pack, versions);
    versions.push(used);
    const own: Rebased = { sequence: first, by: me.member.number };
    const repeated = repeats === null ? own : { sequence: repeats.sequence, by: authorOf(repeats) };
    const { document, digest } = await signedRelease({
      ...{ me, key, parent, sequence: first + n },
      planned: { ...planned, pack: { ...pack, version: used } },
      message: repeats?.message ?? message,
      rebases: n === 0 ? null : repeated,
      ends: n === 0 ? [...ends, ...plan.carried.map(({ sequence }) => sequence)] : [],
    });
    if ((await session.ask(server.publish(document))) === null) return false;
    if (n === 0) parent = digest;
  }
  return true;
}
