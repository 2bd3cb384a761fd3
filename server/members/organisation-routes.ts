import { organisationApi } from '../../contract/api/members/organisation.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTenant, type Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { readOidc } from './read-oidc.ts';

const read = serve(organisationApi.read, async ({ actor, tx }) => ({
  ok: true,
  answer: await tx((tx) => readOrganisation(tx, actor.org)),
}));

const change = serve(
  organisationApi.change,
  async ({ actor, body: { name, oidc, deviceIdleDays, lockAfterMinutes }, ports }) => {
    const { org } = actor;
    return await inTenant(ports.db, { org, team: '*' }, async (tx) => {
      if (name !== undefined)
        await tx.updateTable('organisations').set({ name }).where('org', '=', org).execute();
      if (deviceIdleDays !== undefined) {
        const set = { device_idle_days: deviceIdleDays };
        await tx.updateTable('organisations').set(set).where('org', '=', org).execute();
      }
      if (lockAfterMinutes !== undefined) await prescribeLock(tx, org, lockAfterMinutes, ports.now());
      if (oidc !== undefined) {
        const set = {
          oidc_issuer: oidc?.issuer ?? null,
          oidc_client: oidc?.clientId ?? null,
          oidc_claim: oidc?.claim ?? null,
        };
        await tx.updateTable('organisation_secrets').set(set).where('org', '=', org).execute();
        // Another issuer may give the same subject to another person.
        await tx.updateTable('members').set({ oidc_subject: null }).where('org', '=', org).execute();
      }
      const detail = {
        ...{ signIn: oidc !== undefined, deviceIdleDays: deviceIdleDays ?? null },
        ...(lockAfterMinutes === undefined ? {} : { lockAfterMinutes }),
      };
      await recordAudit(tx, actor, ports.now(), 'organisation-changed', detail);
      return { ok: true, answer: await readOrganisation(tx, org) };
    });
  },
);

/** Devices learn it from /v1/me, which they ask for after the event. */
async function prescribeLock(tx: Tx, org: string, minutes: number | null, at: number): Promise<void> {
  const set = { lock_after_minutes: minutes };
  await tx.updateTable('organisations').set(set).where('org', '=', org).execute();
  const teams = await tx.selectFrom('teams').select('team').where('org', '=', org).orderBy('team').execute();
  for (const { team } of teams) await announce(tx, { org, team }, EVERYBODY, { type: 'member' }, at);
}

async function readOrganisation(tx: Tx, org: string) {
  const found = tx
    .selectFrom('organisations')
    .select(['name', 'device_idle_days as deviceIdleDays', 'lock_after_minutes as lockAfterMinutes'])
    .where('org', '=', org);
  const { name, ...limits } = await found.executeTakeFirstOrThrow();
  return { id: org, name, oidc: await readOidc(tx, org), ...limits };
}

export const organisationRoutes: RoutesOf<typeof organisationApi> = { read, change };
