import type { Pack } from '../../contract/pack/pack.ts';
import { type Bytes, makeSigningKey, type SigningKey } from '../../contract/release/ed25519.ts';
import { PACK_FORM, type ReleaseBody } from '../../contract/release/release.ts';
import { applyTeamKeys, signTeamKeys, type TeamTrust } from '../../contract/release/team-trust.ts';
import { signRelease } from '../../contract/release/verify-release.ts';

export const DAY_MS = 86_400_000;

/** A lead's keys: an admin, one lead who may publish, and the trust of an agent in them. */
export interface ReleaseSigner {
  readonly root: SigningKey;
  readonly lead: SigningKey;
  readonly trust: TeamTrust;
  readonly sign: (pack: Pack, change?: Partial<ReleaseBody>) => Promise<Bytes>;
}

export async function openReleaseSigner(team: string, now: number): Promise<ReleaseSigner> {
  const [root, lead] = [await makeSigningKey(), await makeSigningKey()];
  const signers = [{ key: lead.publicKey, holder: '0001', lastSequence: null }];
  const list = { team, sequence: 1, issuedAt: now, root: root.publicKey, signers };
  const enrolled: TeamTrust = { team, root: root.publicKey, sequence: 0, signers: [] };
  const applied = await applyTeamKeys(enrolled, await signTeamKeys(list, root));
  if (!applied.ok) throw new Error(applied.reason);
  const sign = (pack: Pack, change: Partial<ReleaseBody> = {}) =>
    signRelease({ ...plainRelease(team, now), pack, ...change }, lead);
  return { root, lead, trust: applied.trust, sign };
}

function plainRelease(team: string, now: number): Omit<ReleaseBody, 'pack'> {
  return {
    team,
    sequence: 1,
    issuedAt: now,
    expiresAt: now + 90 * DAY_MS,
    startsAt: null,
    audience: { to: 'team' },
    message: '',
    by: '0001',
    parent: null,
    packForm: PACK_FORM,
  };
}
