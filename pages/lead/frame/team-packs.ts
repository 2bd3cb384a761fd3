import type { ServerAnswer } from '../../../contract/api/server-answer.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { makeSigningKey, type SigningKey } from '../../../contract/release/ed25519.ts';
import { listsOf } from '../../../contract/release/find-root.ts';
import {
  applyTeamKeys,
  type Signer,
  signTeamKeys,
  type TeamTrust,
} from '../../../contract/release/team-trust.ts';
import { openRelease } from '../../../contract/release/verify-release.ts';
import { inUseOf } from '../../../rules/releases/release-line.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import type { LeadServer } from './lead-server.ts';

/** The team has signers, but this browser does not know which root to trust. */
export interface Unconfirmed {
  readonly ok: false;
  readonly reason: 'unconfirmed';
}

/** Null: the team has no signers yet. */
export type TrustReading = ServerAnswer<TeamTrust | null> | Unconfirmed;

/** What this browser trusts, brought up to date with the server's lists, each one checked. */
export async function trustOf(server: LeadServer, own: TeamTrust | null): Promise<TrustReading> {
  const lists = await server.keyLists(own?.sequence ?? 0);
  if (!lists.ok) return lists;
  const documents = lists.value.documents.map((document) => new TextEncoder().encode(document));
  if (own === null)
    return documents.length === 0 ? { ok: true, value: null } : { ok: false, reason: 'unconfirmed' };
  let trust = own;
  for (const bytes of listsOf(own, documents)) {
    const applied = await applyTeamKeys(trust, bytes);
    if (!applied.ok) {
      const reason = applied.reason === 'foreign' ? 'other-team' : 'bad-reply';
      return { ok: false, reason, retryAfterMs: null };
    }
    trust = applied.trust;
  }
  return { ok: true, value: trust };
}

/** The pack of one release, if its signature is valid. */
export async function packOf(server: LeadServer, trust: TeamTrust, sequence: number): Promise<Pack | null> {
  const bytes = await server.release(sequence);
  const opened = bytes === null ? null : await openRelease(bytes, trust);
  return opened?.ok === true ? opened.release.pack : null;
}

/**
 * The pack that the whole team has in use: neither tried by a first group only nor to start later.
 * Null before the first one, or if it cannot be loaded.
 */
export async function teamPack(server: LeadServer, trust: TrustReading): Promise<Pack | null> {
  const releases = await server.releases();
  const inUse = releases.ok ? inUseOf(releases.value.releases, { to: 'team' }, Date.now()) : null;
  if (inUse === null || !trust.ok || trust.value === null) return null;
  return await packOf(server, trust.value, inUse.sequence);
}

/** The lead's signing key, made at its first use. Null while the vault is locked. */
export async function signingKey(signers: Pick<SignerStore, 'read' | 'save'>): Promise<SigningKey | null> {
  const reading = await signers.read();
  if (reading.state === 'ready') return reading.key;
  if (reading.state === 'locked') return null;
  const key = await makeSigningKey();
  await signers.save(key);
  return key;
}

interface NextList {
  readonly team: string;
  /** Null: the first list. */
  readonly trust: TeamTrust | null;
  /** Signs the list. */
  readonly root: SigningKey;
  readonly signers: readonly Signer[];
  /** Public key that signs the list after this one. */
  readonly nextRoot?: string;
}

/** The next signed list of the keys that may publish, and the trust of whoever accepts it. */
export async function nextList({
  team,
  trust,
  root,
  signers,
  nextRoot = root.publicKey,
}: NextList): Promise<{ readonly document: string; readonly trust: TeamTrust }> {
  const sequence = (trust?.sequence ?? 0) + 1;
  const list = { team, sequence, root: nextRoot, signers: [...signers] };
  const bytes = await signTeamKeys({ ...list, issuedAt: Date.now() }, root);
  return {
    document: new TextDecoder().decode(bytes),
    trust: { ...list, signedBy: root.publicKey },
  };
}
