import { appUrlOf } from '../../server/database/app-login.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { createOrganisation } from '../../server/members/create-organisation.ts';
import { makeDevice } from '../../server/sign-in/make-device.ts';

/** One team in an organisation of its own, with one device. */
export interface BenchTeam {
  readonly team: string;
  readonly token: string;
}

export async function benchTeams(databaseUrl: string, count: number): Promise<readonly BenchTeam[]> {
  const db = await connectAsApp(await appUrlOf(databaseUrl), 2);
  const teams: BenchTeam[] = [];
  for (let number = 0; number < count; number += 1) {
    const now = Date.now();
    const admin = { number: '0001', name: 'Lead' };
    const { org, team, member } = await createOrganisation(db, now, `Bench ${number}`, 'Team', admin);
    const { token } = await inTenant(db, { org, team }, (tx) =>
      makeDevice(tx, { org, member }, 'bench', now, 'enrolled'),
    );
    teams.push({ team, token });
  }
  await db.destroy();
  return teams;
}
