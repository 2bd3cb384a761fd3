import type { ServerAnswer } from '../../../contract/api/server-answer.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { makeSigningKey, type SigningKey } from '../../../contract/release/ed25519.ts';
import {
  type AppliedKeys,
  applyTeamKeys,
  firstTrust,
  signTeamKeys,
  type TeamTrust,
} from '../../../contract/release/team-trust.ts';
import { openRelease } from '../../../contract/release/verify-release.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import type { LeadServer } from './lead-server.ts';

/**
 * The team's trusted keys, from the server's lists, each checked against the one before. Null
 * before the first.
 */
export async function trustOf(server: LeadServer): Promise<ServerAnswer<TeamTrust | null>> {
  const lists = await server.keyLists();
  if (!lists.ok) return lists;
  let trust: TeamTrust | null = null;
  for (const document of lists.value.documents) {
    const bytes = new TextEncoder().encode(document);
    trust ??= firstTrust(server.link.me.team.id, bytes);
    const applied: AppliedKeys | null = trust === null ? null : await applyTeamKeys(trust, bytes);
    if (applied?.ok !== true) return { ok: false, reason: 'bad-reply', retryAfterMs: null };
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

/** The pack of the newest release; null before the first one, or if it cannot be loaded. */
export async function newestPack(server: LeadServer): Promise<Pack | null> {
  const [releases, trust] = await Promise.all([server.releases(), trustOf(server)]);
  const newest = releases.ok ? releases.value.releases[0] : undefined;
  if (newest === undefined || !trust.ok || trust.value === null) return null;
  return await packOf(server, trust.value, newest.sequence);
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

/** The next signed list of keys, with one more key that may publish. */
export async function listWith(
  server: LeadServer,
  trust: TeamTrust | null,
  root: SigningKey,
  added: { readonly key: string; readonly holder: string },
): Promise<string> {
  const signer = { ...added, lastSequence: null };
  const list = {
    team: server.link.me.team.id,
    sequence: (trust?.sequence ?? 0) + 1,
    issuedAt: Date.now(),
    root: root.publicKey,
    signers: [...(trust?.signers ?? []), signer],
  };
  return new TextDecoder().decode(await signTeamKeys(list, root));
}
