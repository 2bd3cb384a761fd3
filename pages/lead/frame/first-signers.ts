import type { SigningKey } from '../../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { LeadServer } from './lead-server.ts';
import { nextList } from './team-packs.ts';
import type { TeamSession } from './team-session.ts';

/**
 * Makes this lead's key the root and the first signer of a team that has none. Null if another
 * lead was faster, or the server cannot be reached.
 */
export async function makeFirstSigners(
  session: Pick<TeamSession, 'believe'>,
  server: LeadServer,
  root: SigningKey,
): Promise<TeamTrust | null> {
  const { team, member } = server.link.me;
  const own = { key: root.publicKey, holder: member.number, lastSequence: null };
  const first = await nextList({ team: team.id, trust: null, root, signers: [own] });
  const added = await server.addKeyList(first.document);
  if (!added.ok) return null;
  await session.believe(first.trust);
  return first.trust;
}
