import * as v from 'valibot';
import { jsonText } from '../api/parse-json.ts';
import type { PackProblem } from '../pack/pack-problem.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Bytes, SigningKey } from './ed25519.ts';
import { PACK_FORM, type Release, type ReleaseBody, releaseHeadSchema } from './release.ts';
import { type DocumentRefusal, openDocument, signDocument } from './signed-document.ts';
import type { TeamTrust } from './team-trust.ts';

/** Why a release was not accepted. The pack in use stays in use. */
export type ReleaseRefusal =
  | DocumentRefusal
  /** Nobody has compared the fingerprint of the team's root yet. */
  | { readonly ok: false; readonly reason: 'unconfirmed' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly problems: readonly PackProblem[] }
  /** Older than the one in use: sent again by mistake, or to bring an old pack back. */
  | { readonly ok: false; readonly reason: 'older'; readonly sequence: number }
  /** The release in use. */
  | { readonly ok: false; readonly reason: 'known' }
  | { readonly ok: false; readonly reason: 'expired'; readonly expiresAt: number };

export type OpenedRelease = { readonly ok: true; readonly release: Release } | ReleaseRefusal;

/** The release that the browser has. */
export interface KnownRelease {
  readonly sequence: number;
  readonly digest: string;
  readonly issuedAt: number;
}

export function signRelease(body: ReleaseBody, key: SigningKey): Promise<Bytes> {
  return signDocument('pack-release', canonicalJson(body), key);
}

/** Whether a release may replace `known` (null: the shipped pack). `now` in ms. */
export async function verifyRelease(
  bytes: Bytes,
  trust: TeamTrust,
  known: KnownRelease | null,
  now: number,
): Promise<OpenedRelease> {
  const opened = await openRelease(bytes, trust);
  if (!opened.ok) return opened;
  const { sequence, digest, expiresAt } = opened.release;
  if (digest === known?.digest) return { ok: false, reason: 'known' };
  if (known !== null && !isNewer(opened.release, known)) return { ok: false, reason: 'older', sequence };
  // A clock that was set back revives nothing: a verified release has proven a later time.
  const latest = Math.max(now, known?.issuedAt ?? 0);
  return latest < expiresAt ? opened : { ok: false, reason: 'expired', expiresAt };
}

/**
 * After a fail-over that lost a release, another one may have its sequence: the later one counts,
 * so that all devices end with the same.
 */
export function isNewer(
  one: Pick<KnownRelease, 'sequence' | 'issuedAt'>,
  other: Pick<KnownRelease, 'sequence' | 'issuedAt'>,
): boolean {
  return one.sequence === other.sequence ? one.issuedAt > other.issuedAt : one.sequence > other.sequence;
}

/** Verifies signature, team and pack, but no times: also for a stored release that is read back. */
export async function openRelease(bytes: Bytes, trust: TeamTrust): Promise<OpenedRelease> {
  const keys = trust.signers.map(({ key }) => key);
  const opened = await openDocument('pack-release', bytes, keys);
  if (!opened.ok) return opened;
  const { body, digest, signedBy } = opened;
  const parsed = v.safeParse(bodySchema, body);
  if (!parsed.success) return { ok: false, reason: 'needs-newer-extension' };
  const { pack: input, ...head } = parsed.output;
  const { team, sequence, packForm } = head;
  const signer = trust.signers.find(({ key }) => key === signedBy);
  const retired = signer?.lastSequence ?? sequence;
  const isKept = signer?.releases?.includes(digest) ?? true;
  if (team !== trust.team || sequence > retired || !isKept) return { ok: false, reason: 'foreign' };
  const pack = parsePack(input);
  if (!pack.ok) {
    if (packForm > PACK_FORM) return { ok: false, reason: 'needs-newer-extension' };
    return { ok: false, reason: 'invalid', problems: pack.problems };
  }
  return { ok: true, release: { ...head, pack: pack.pack, digest, signedBy } };
}

/** The signer is trusted, so what this version cannot read comes from a later one. */
const bodySchema = v.pipe(jsonText, v.strictObject({ ...releaseHeadSchema.entries, pack: v.unknown() }));
