import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { inTenant, type Tenant } from '../database/tenant.ts';
import { listOrganisations } from '../members/list-organisations.ts';
import { readLife } from '../sync/read-epoch.ts';
import { applyDeletions } from './apply-deletions.ts';
import type { GuardTables } from './guard-database.ts';

/**
 * More than a team enrols between two back-ups: the letters of a device that is not in the restored
 * one are given to no other, because orders carry them.
 */
const LOST_DEVICES = 400;

/**
 * Compares the database with what is known of it outside: deletes again what a restored back-up
 * brought back, and begins another epoch where changes that were acknowledged are missing, so that
 * devices offer what they hold. Before the server listens, and after a promotion.
 */
export async function reconcile(kept: Kysely<GuardTables>, db: Kysely<Tables>, now: number): Promise<void> {
  for (const org of await listOrganisations(db)) {
    const teams = await inTenant(db, { org, team: '' }, (tx) =>
      tx.selectFrom('teams').select('team').where('org', '=', org).execute(),
    );
    let isRestored = false;
    for (const { team } of teams) {
      if (await beginsAnotherLife(kept, db, { org, team })) isRestored = true;
    }
    await applyDeletions(kept, db, org, now);
    if (isRestored) await voidCodes(db, org);
  }
}

/** Whether this is another life of the team's data than at the last start. */
async function beginsAnotherLife(
  kept: Kysely<GuardTables>,
  db: Kysely<Tables>,
  { org, team }: Tenant,
): Promise<boolean> {
  // Marks before the counter: another process may work meanwhile, and raises its mark afterwards.
  const rows = await kept
    .selectFrom('high_water')
    .select(['epoch', 'place', 'seq'])
    .where('org', '=', org)
    .where('team', '=', team)
    .orderBy('place', 'desc')
    .execute();
  const found = await inTenant(db, { org, team }, (tx) => readLife(tx, { org, team }));
  const [last] = rows;
  if (last !== undefined && last.epoch === found.epoch && last.seq <= found.seq) return false;
  const wasBefore = rows.some(({ epoch }) => epoch === found.epoch);
  const { epoch, seq } = wasBefore ? await newLife(db, { org, team }) : found;
  const place = (last?.place ?? 0) + 1;
  await kept.insertInto('high_water').values({ org, team, epoch, place, seq }).execute();
  return last !== undefined;
}

async function newLife(db: Kysely<Tables>, { org, team }: Tenant) {
  return await inTenant(db, { org, team }, async (tx) => {
    const counter = tx
      .updateTable('team_counters')
      .set(({ eb }) => ({ life: randomUUID(), devices: eb('devices', '+', LOST_DEVICES) }))
      .where('org', '=', org);
    await counter.where('team', '=', team).execute();
    return await readLife(tx, { org, team });
  });
}

/** A code that was used since the back-up would be good a second time. */
async function voidCodes(db: Kysely<Tables>, org: string): Promise<void> {
  await inTenant(db, { org, team: '' }, async (tx) => {
    const codes = tx.deleteFrom('enrolment_codes').where('org', '=', org);
    await codes.where('used_at', 'is', null).execute();
    await tx.deleteFrom('sign_in_nonces').where('org', '=', org).execute();
  });
}
