import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { openDocument } from '../../../contract/release/signed-document.ts';
import { anchorOf, MOST_KEPT_RELEASES, type TeamTrust } from '../../../contract/release/team-trust.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { ReleaseRow, SignerRow, SignersView } from '../frame/server-view.ts';

export async function signersView(key: SigningKey, trust: TeamTrust | null): Promise<SignersView> {
  const trusted = await withFingerprints(trust?.signers ?? []);
  return {
    own: await fingerprintOf(key.publicKey),
    root: trust === null ? null : await fingerprintOf(anchorOf(trust)),
    isRoot: trust?.root === key.publicKey,
    trusted: trusted.map((signer) => ({ ...signer, isRoot: signer.key === trust?.root })),
  };
}

export async function withFingerprints<T extends Omit<SignerRow, 'fingerprint'>>(
  signers: readonly T[],
): Promise<readonly (T & SignerRow)[]> {
  return await Promise.all(
    signers.map(async (signer) => ({ ...signer, fingerprint: await fingerprintOf(signer.key) })),
  );
}

/** Digests of the newest releases with a good signature of this key, as the server has them. */
export async function releasesSignedBy(
  server: LeadServer,
  { signers }: TeamTrust,
  key: string,
  history: readonly Pick<ReleaseRow, 'sequence'>[],
): Promise<string[]> {
  if (!signers.some((signer) => signer.key === key)) return [];
  const newest = history.slice(0, MOST_KEPT_RELEASES);
  const opened = await Promise.all(
    newest.map(async ({ sequence }) => {
      const bytes = await server.release(sequence);
      return bytes === null ? null : await openDocument('pack-release', bytes, [key]);
    }),
  );
  return opened.flatMap((one) => (one?.ok === true ? [one.digest] : []));
}
