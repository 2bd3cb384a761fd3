import { organisationApi } from '../../contract/api/members/organisation.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { readOidc } from './read-oidc.ts';

const read = serve(organisationApi.read, async ({ actor, tx }) => ({
  ok: true,
  answer: await tx((tx) => readOrganisation(tx, actor.org)),
}));

const change = serve(
  organisationApi.change,
  async ({ actor, tx, body: { name, oidc, deviceIdleDays }, ports }) =>
    await tx(async (tx) => {
      const { org } = actor;
      if (name !== undefined)
        await tx.updateTable('organisations').set({ name }).where('org', '=', org).execute();
      if (deviceIdleDays !== undefined) {
        const set = { device_idle_days: deviceIdleDays };
        await tx.updateTable('organisations').set(set).where('org', '=', org).execute();
      }
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
      const detail = { signIn: oidc !== undefined, deviceIdleDays: deviceIdleDays ?? null };
      await recordAudit(tx, actor, ports.now(), 'organisation-changed', detail);
      return { ok: true, answer: await readOrganisation(tx, org) };
    }),
);

async function readOrganisation(tx: Tx, org: string) {
  const found = tx
    .selectFrom('organisations')
    .select(['name', 'device_idle_days as deviceIdleDays'])
    .where('org', '=', org);
  const { name, deviceIdleDays } = await found.executeTakeFirstOrThrow();
  return { id: org, name, oidc: await readOidc(tx, org), deviceIdleDays };
}

export const organisationRoutes: RoutesOf<typeof organisationApi> = { read, change };
