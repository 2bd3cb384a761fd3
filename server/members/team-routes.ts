import { randomUUID } from 'node:crypto';
import { teamsApi } from '../../contract/api/members/members-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTenant } from '../database/tenant.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { addTeam } from './add-team.ts';

const COLUMNS = ['team as id', 'name', 'retention_days as retentionDays'] as const;

const list = serve(teamsApi.list, async ({ actor, tx }) => {
  const teams = await tx((tx) =>
    tx.selectFrom('teams').select(COLUMNS).where('org', '=', actor.org).orderBy('made_at').execute(),
  );
  return { ok: true, answer: { teams } };
});

const add = serve(teamsApi.add, async ({ actor, ports, body }) => {
  const { org, member } = actor;
  const team = randomUUID();
  const at = ports.now();
  await inTenant(ports.db, { org, team }, async (tx) => {
    await addTeam(tx, { org, team }, body.name, at);
    await recordAudit(tx, { org, team, member }, at, 'organisation-changed', { team });
  });
  return { ok: true, answer: { id: team, name: body.name, retentionDays: null } };
});

const change = serve(teamsApi.change, async ({ actor, team, tx, ports, body: { name, retentionDays } }) => {
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(retentionDays === undefined ? {} : { retention_days: retentionDays }),
  };
  const changed = await tx(async (tx) => {
    const at = ports.now();
    await recordAudit(
      tx,
      { ...actor, team },
      at,
      'team-changed',
      'retention_days' in set ? { retentionDays: set.retention_days ?? null } : {},
    );
    const { org } = actor;
    const here = tx.selectFrom('teams').select(COLUMNS).where('org', '=', org).where('team', '=', team);
    if (Object.keys(set).length > 0)
      await tx.updateTable('teams').set(set).where('org', '=', org).where('team', '=', team).execute();
    return await here.executeTakeFirstOrThrow();
  });
  return { ok: true, answer: changed };
});

export const teamRoutes: RoutesOf<typeof teamsApi> = { list, add, change };
