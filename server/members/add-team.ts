import type { Tenant, Tx } from '../database/tenant.ts';

export async function addTeam(tx: Tx, { org, team }: Tenant, name: string, at: number): Promise<void> {
  await tx.insertInto('teams').values({ org, team, name, made_at: at }).execute();
  await tx.insertInto('team_counters').values({ org, team, seq: 0 }).execute();
}
