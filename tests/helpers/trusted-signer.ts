import * as v from 'valibot';
import { meSchema } from '../../contract/api/members/member.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { openReleaseSigner, type ReleaseSigner } from './release-signer.ts';
import type { TeamServer } from './team-server.ts';

/** A lead without a browser, whose key the team trusts. */
export async function trustedSigner(server: TeamServer): Promise<ReleaseSigner> {
  const { team } = v.parse(meSchema, await server.ask('GET', '/v1/me'));
  const signer = await openReleaseSigner(team.id, Date.now());
  const { root, signers } = signer.trust;
  const keys = { team: team.id, sequence: 1, issuedAt: Date.now(), root, signers: [...signers] };
  const document = new TextDecoder().decode(await signTeamKeys(keys, signer.root));
  await server.ask('POST', '/v1/teams/:team/team-keys', { document });
  return signer;
}
