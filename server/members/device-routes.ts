import { devicesApi } from '../../contract/api/members/members-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { TenantMember, Tx } from '../database/tenant.ts';
import { announceMembership } from '../events/announce.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import type { Ports } from '../ports.ts';
import { revokedDevice } from '../restore/deletion.ts';

const list = serve(devicesApi.list, async ({ actor, team, tx }) => {
  const devices = await tx((tx) =>
    devicesOf(tx, actor.org, team)
      .select(['device as id', 'devices.member', 'label', 'made_at as madeAt'])
      .select(['last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
      .orderBy('made_at', 'desc')
      .execute(),
  );
  return { ok: true, answer: { devices } };
});

const own = serve(devicesApi.own, async ({ actor: { org, member }, tx }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('devices')
      .leftJoin('members', (join) =>
        join.onRef('members.org', '=', 'devices.org').onRef('members.member', '=', 'devices.code_by'),
      )
      .select(['device as id', 'label', 'made_at as madeAt', 'last_used_at as lastUsedAt'])
      .select(['members.number', 'members.name'])
      .where('devices.org', '=', org)
      .where('devices.member', '=', member)
      .where('revoked_at', 'is', null)
      .orderBy('made_at', 'desc')
      .execute(),
  );
  const devices = rows.map(({ number, name, ...device }) => ({
    ...device,
    codeBy: number === null || name === null ? null : { number, name },
  }));
  return { ok: true, answer: { devices } };
});

const revoke = serve(
  devicesApi.revoke,
  async ({ actor, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const { org, member } = actor;
      const device = param('device');
      const found = devicesOf(tx, org, team).select('role').where('device', '=', device);
      const owner = await found.executeTakeFirst();
      if (owner === undefined) return refuse('not-found');
      if (owner.role === 'admin' && actor.role !== 'admin') return refuse('not-allowed');
      await revokeDevice(tx, ports, { org, team, member }, device);
      return { ok: true, answer: {} };
    }),
);

const signOut = serve(devicesApi.signOut, async ({ actor, tx, ports }) => {
  await tx((tx) => revokeDevice(tx, ports, actor, actor.device));
  return { ok: true, answer: {} };
});

async function revokeDevice(
  tx: Tx,
  { now, guard }: Pick<Ports, 'now' | 'guard'>,
  who: TenantMember,
  device: string,
): Promise<void> {
  const at = now();
  const revoking = tx.updateTable('devices').set({ revoked_at: at }).where('org', '=', who.org);
  await revoking.where('device', '=', device).where('revoked_at', 'is', null).execute();
  await recordAudit(tx, who, at, 'device-revoked', { device });
  await announceMembership(tx, who);
  await guard.keep(who.org, [revokedDevice(device, at)]);
}

function devicesOf(tx: Tx, org: string, team: string) {
  return tx
    .selectFrom('devices')
    .innerJoin('members', (join) =>
      join.onRef('members.org', '=', 'devices.org').onRef('members.member', '=', 'devices.member'),
    )
    .where('devices.org', '=', org)
    .where('members.team', '=', team);
}

export const deviceRoutes: RoutesOf<typeof devicesApi> = { list, own, revoke, signOut };
