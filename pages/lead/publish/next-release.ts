import type { Pack } from '../../../contract/pack/pack.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { PACK_FORM } from '../../../contract/release/release.ts';
import { signRelease } from '../../../contract/release/verify-release.ts';
import type { Link } from '../../../storage/sync/link-store.ts';
import type { Publication, ReleaseRow } from '../frame/server-view.ts';

/** An older pack is still used, but shown as old. */
const GOOD_FOR_MS = 180 * 86_400_000;

interface NextRelease {
  readonly me: Link['me'];
  /** The newest release so far. */
  readonly after: { readonly sequence: number; readonly digest: string | null };
  readonly pack: Pack;
  readonly publication: Omit<Publication, 'version'>;
  readonly key: SigningKey;
}

/** The signed document of the next release. */
export async function signedRelease({ me, after, pack, publication, key }: NextRelease): Promise<string> {
  const { message, group, startsAt } = publication;
  const issuedAt = Date.now();
  const release = {
    team: me.team.id,
    sequence: after.sequence + 1,
    issuedAt,
    expiresAt: issuedAt + GOOD_FOR_MS,
    startsAt,
    audience: group === null ? { to: 'team' as const } : { to: 'group' as const, agents: [...group] },
    message,
    by: me.member.number,
    parent: after.digest,
    packForm: PACK_FORM,
    pack,
  };
  return new TextDecoder().decode(await signRelease(release, key));
}

/** Releases, each with the receipts of its agents. */
export function withReceipts(
  releases: readonly Omit<ReleaseRow, 'receipts'>[],
  receipts: ReleaseRow['receipts'],
): readonly ReleaseRow[] {
  return releases.map((release) => ({
    ...release,
    receipts: receipts.filter(({ receipt }) => receipt.sequence === release.sequence),
  }));
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
