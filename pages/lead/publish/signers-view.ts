import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { anchorOf, type TeamTrust } from '../../../contract/release/team-trust.ts';
import type { SignerRow, SignersView } from '../frame/server-view.ts';

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
