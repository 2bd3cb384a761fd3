import type { Pack } from '../../../contract/pack/pack.ts';
import { canonicalJson } from '../../../contract/release/canonical-json.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { MOST_ENDED, PACK_FORM, type ReleaseBody } from '../../../contract/release/release.ts';
import { digestOf } from '../../../contract/release/signed-document.ts';
import { signRelease } from '../../../contract/release/verify-release.ts';
import type { PlannedRelease } from '../../../rules/releases/plan-releases.ts';
import type { Link } from '../../../storage/sync/link-store.ts';

/** An older pack is still used, but shown as old. */
const GOOD_FOR_MS = 180 * 86_400_000;

export type Rebased = NonNullable<ReleaseBody['rebases']>;

interface NextRelease {
  readonly me: Link['me'];
  readonly sequence: number;
  /** Digest of the release under it. */
  readonly parent: string | null;
  readonly planned: Pick<PlannedRelease, 'audience' | 'startsAt' | 'pack'>;
  readonly message: string;
  readonly rebases: Rebased | null;
  readonly ends: readonly number[];
  readonly key: SigningKey;
}

/** The signed document of the next release, and its name. */
export async function signedRelease({
  me,
  planned,
  key,
  rebases,
  ends,
  ...more
}: NextRelease): Promise<{ readonly document: string; readonly digest: string }> {
  const issuedAt = Date.now();
  const release: ReleaseBody = {
    ...more,
    ...planned,
    team: me.team.id,
    issuedAt,
    expiresAt: issuedAt + GOOD_FOR_MS,
    by: me.member.number,
    packForm: PACK_FORM,
    ...(rebases === null ? {} : { rebases }),
    ...(ends.length === 0 ? {} : { ends: ends.slice(0, MOST_ENDED) }),
  };
  const document = new TextDecoder().decode(await signRelease(release, key));
  return { document, digest: await digestOf(canonicalJson(release)) };
}

/**
 * A different number of situations raises the middle number, anything else the last one. Counts
 * from the highest version so far: after a roll-back that is not the one in use, and no version may
 * have two contents.
 */
export function nextVersion(base: Pack, draft: Pack, published: readonly string[]): string {
  const [major, minor, patch] = published.map(numbersOf).reduce(higher, numbersOf(base.version));
  const grown = draft.situations.length !== base.situations.length;
  return grown ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

type VersionNumbers = readonly [major: number, minor: number, patch: number];

function numbersOf(version: string): VersionNumbers {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

function higher(one: VersionNumbers, other: VersionNumbers): VersionNumbers {
  const differs = ([0, 1, 2] as const).find((at) => one[at] !== other[at]);
  return differs === undefined || one[differs] > other[differs] ? one : other;
}
