import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { inTenant, type Tenant, type Tx } from '../database/tenant.ts';
import { eraseKey } from '../erasure/erase-number.ts';
import { lockCounter, storeChanges } from '../sync/store-changes.ts';
import { TeamState } from '../sync/team-state.ts';
import { deleteWebhook } from '../webhooks/delete-webhook.ts';
import type { GuardTables } from './guard-database.ts';

type Kept = Selectable<GuardTables['deletions']>;

const PAGE = 500;

/** Deletes again, in one organisation, what the database has come to hold once more. */
export async function applyDeletions(
  kept: Kysely<GuardTables>,
  db: Kysely<Tables>,
  org: string,
  now: number,
): Promise<void> {
  for (let after: Kept | undefined; ; ) {
    const page = await readPage(kept, org, after);
    await inTenant(db, { org, team: '*' }, (tx) => revokeAgain(tx, org, page));
    for (const team of new Set(page.map((row) => row.team))) {
      const ofTeam = page.filter((row) => row.team === team);
      if (team !== '') await inTenant(db, { org, team }, (tx) => deleteAgain(tx, { org, team }, ofTeam, now));
    }
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}

async function readPage(
  kept: Kysely<GuardTables>,
  org: string,
  after: Kept | undefined,
): Promise<readonly Kept[]> {
  const rows = kept.selectFrom('deletions').selectAll().where('org', '=', org);
  const rest =
    after === undefined
      ? rows
      : rows.where(sql<boolean>`(team, kind, id) > (${after.team}, ${after.kind}, ${after.id})`);
  return await rest.orderBy('team').orderBy('kind').orderBy('id').limit(PAGE).execute();
}

async function revokeAgain(tx: Tx, org: string, rows: readonly Kept[]): Promise<void> {
  for (const { id, at } of rows.filter(({ kind }) => kind === 'device')) {
    const device = tx.updateTable('devices').set({ revoked_at: at }).where('org', '=', org);
    await device.where('device', '=', id).where('revoked_at', 'is', null).execute();
  }
  for (const { id, at } of rows.filter(({ kind }) => kind === 'token')) {
    const token = tx.updateTable('access_tokens').set({ revoked_at: at }).where('org', '=', org);
    await token.where('token', '=', id).where('revoked_at', 'is', null).execute();
  }
  for (const { id } of rows.filter(({ kind }) => kind === 'webhook')) await deleteWebhook(tx, org, id);
  for (const { id, at } of rows.filter(({ kind }) => kind === 'member')) {
    const member = tx.updateTable('members').set({ left_at: at }).where('org', '=', org);
    await member.where('member', '=', id).where('left_at', 'is', null).execute();
  }
}

async function deleteAgain(tx: Tx, where: Tenant, rows: readonly Kept[], now: number): Promise<void> {
  // First: what an erasure redacts is found by what it deletes.
  for (const { kind, id, at } of await withoutTombstone(tx, where, rows))
    if (kind === 'erasure') await eraseKey(tx, { ...where, member: 'server' }, id, at);
  for (const { id, at } of rows.filter(({ kind }) => kind === 'customer')) {
    const listed = tx.deleteFrom('customers').where('org', '=', where.org).where('team', '=', where.team);
    // One that was listed again since stays.
    await listed
      .where('number_key', '=', id)
      .where('saved_at', '<=', at ?? 0)
      .execute();
  }
  const buried = rows.filter(({ kind }) => kind === 'note' || kind === 'subject');
  const missing = await withoutTombstone(tx, where, buried);
  if (missing.length === 0) return;
  const state = new TeamState([], [], new Map());
  for (const { kind, id, owner } of missing) {
    if (kind === 'note' || kind === 'subject') state.bury(kind, id, owner, now);
  }
  await storeChanges(tx, where, await lockCounter(tx, where), state);
}

/** Those of which the database does not know; none for a team that it does not have. */
async function withoutTombstone(
  tx: Tx,
  { org, team }: Tenant,
  rows: readonly Kept[],
): Promise<readonly Kept[]> {
  const counter = tx.selectFrom('team_counters').select('seq').where('org', '=', org);
  if ((await counter.where('team', '=', team).executeTakeFirst()) === undefined) return [];
  const records = tx.selectFrom('records').select(['kind', 'id', 'at']).where('org', '=', org);
  const found = await records
    .where('team', '=', team)
    .where('id', 'in', [...new Set(rows.map(({ id }) => id))])
    .where((row) => row.or([row('body', 'is', null), row('kind', '=', 'erasure')]))
    .execute();
  const known = new Map(found.map(({ kind, id, at }) => [`${kind} ${id}`, at]));
  return rows.filter(({ kind, id, at }) => {
    const since = known.get(`${kind} ${id}`);
    return since === undefined || (kind === 'erasure' && since < at);
  });
}
