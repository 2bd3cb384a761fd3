import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { appUrlOf } from '../../server/database/app-login.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { createOrganisation } from '../../server/members/create-organisation.ts';
import { makeDevice } from '../../server/sign-in/make-device.ts';
import { openReleaseSigner, type ReleaseSigner } from '../../tests/helpers/release-signer.ts';
import { benchDatabase } from './bench-database.ts';

export interface PacksBed {
  readonly databaseUrl: string;
  readonly tokens: readonly string[];
  readonly team: string;
  readonly signer: ReleaseSigner;
  /** As the team's admin. Rejects if the server does not take it. */
  readonly post: (port: number, path: string, document: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A PostgreSQL of its own with one team and so many devices in it. */
export async function packsBed(devices: number): Promise<PacksBed> {
  const { url: databaseUrl, close } = await benchDatabase();
  const db = await connectAsApp(await appUrlOf(databaseUrl), 4);
  const now = Date.now();
  const admin = { number: '0001', name: 'Lead' };
  const { org, team, member } = await createOrganisation(db, now, 'Bench', 'Team', admin);
  const tokens = await inTenant(db, { org, team: '*' }, async (tx) => {
    const made: string[] = [];
    for (let n = 0; n < devices; n += 1) {
      made.push((await makeDevice(tx, { org, member }, `device ${n}`, now, 'enrolled')).token);
    }
    return made;
  });
  await db.destroy();
  return {
    ...{ databaseUrl, tokens, team },
    signer: await openReleaseSigner(team, now),
    post: async (port, path, document) => {
      const response = await fetch(`http://127.0.0.1:${port}/v1/teams/${team}/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens[0]}`, [VERSION_HEADER]: String(SYNC_VERSION) },
        body: JSON.stringify({ document: new TextDecoder().decode(document) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    close,
  };
}

/** The list by which the server knows the lead's key. */
export function firstKeyList({ signer, team }: Pick<PacksBed, 'signer' | 'team'>): Promise<Uint8Array> {
  const { root, signers } = signer.trust;
  return signTeamKeys({ team, sequence: 1, issuedAt: Date.now(), root, signers: [...signers] }, signer.root);
}
