import { sql } from 'kysely';
import type { Tenant, Tx } from '../database/tenant.ts';
import type { Deletion } from '../restore/deletion.ts';
import { epochOf, teamLife } from './read-epoch.ts';
import type { TeamState } from './team-state.ts';

/**
 * Writes the changes of a batch, each record with the next number of the team. The caller must hold
 * `lockCounter`, so that numbers become visible in their order.
 */
export async function storeChanges(
  tx: Tx,
  { org, team }: Tenant,
  seq: number,
  state: TeamState,
): Promise<void> {
  const { records, versions } = state.changes();
  if (records.length === 0) return;
  const rows = records.map(({ body, numberKeys, ...record }, index) => ({
    ...record,
    seq: seq + 1 + index,
    number_keys: numberKeys,
    body: body === null ? null : JSON.stringify(body),
  }));
  await sql`
    insert into records (org, team, kind, id, seq, revision, owner, at, subject, number_keys, body)
    select ${org}, ${team}, kind, id, seq, revision, owner, at, subject, number_keys, body
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (kind text, id text, seq bigint, revision bigint,
      owner text, at bigint, subject text, number_keys text[], body text)
    on conflict (org, team, kind, id) do update set seq = excluded.seq, revision = excluded.revision,
      owner = excluded.owner, at = excluded.at, subject = excluded.subject, number_keys = excluded.number_keys,
      body = excluded.body`.execute(tx);
  if (versions.length > 0) {
    const values = versions.map(
      ({ deviceRevision: device_revision, fields, sent, overruled, ...version }) => ({
        ...{ org, team, ...version, device_revision, fields: JSON.stringify(fields) },
        sent: sent === null ? null : JSON.stringify(sent),
        overruled: overruled === null ? null : JSON.stringify(overruled),
      }),
    );
    await sql`
      insert into note_versions (org, team, note, revision, device, device_revision, fields, sent, overruled, at)
      select ${org}, ${team}, note, revision, device, device_revision, fields, sent, overruled, at
      from json_to_recordset(${JSON.stringify(values)}::json) as r (note text, revision bigint, device text,
        device_revision bigint, fields text, sent text, overruled text, at bigint)`.execute(tx);
  }
  await removeRemains(tx, { org, team }, records);
  const counter = tx.updateTable('team_counters').set({ seq: seq + records.length });
  await counter.where('org', '=', org).where('team', '=', team).execute();
}

/**
 * Gives the number of the team's newest change and the epoch of the database, and blocks other
 * changes until the transaction ends.
 */
export async function lockTeam(
  tx: Tx,
  { org, team }: Tenant,
): Promise<{ readonly seq: number; readonly epoch: string }> {
  const counter = tx
    .selectFrom('team_counters')
    .select(['seq', teamLife.as('named')])
    .where('org', '=', org)
    .where('team', '=', team);
  const { seq, named } = await counter.forUpdate().executeTakeFirstOrThrow();
  return { seq, epoch: epochOf(named) };
}

/** The same for who needs no epoch. */
export async function lockCounter(tx: Tx, where: Tenant): Promise<number> {
  return (await lockTeam(tx, where)).seq;
}

/** What the batch deletes for good. */
export function deletionsOf(team: string, state: TeamState): readonly Deletion[] {
  return state.changes().records.flatMap(({ kind, id, owner, at, body }): readonly Deletion[] => {
    const isTombstone = (kind === 'note' || kind === 'subject') && body === null;
    return isTombstone || kind === 'erasure' ? [{ team, kind, id, owner, at }] : [];
  });
}

/** Deletes versions, facts and comments of a deleted note, and the events of a deleted subject. */
async function removeRemains(
  tx: Tx,
  { org, team }: Tenant,
  records: ReturnType<TeamState['changes']>['records'],
): Promise<void> {
  const gone = (kind: 'note' | 'subject') =>
    records.flatMap((record) => (record.kind === kind && record.body === null ? [record.id] : []));
  const notes = gone('note');
  const subjects = [...notes, ...gone('subject')];
  if (subjects.length === 0) return;
  const belongs = tx.deleteFrom('records').where('org', '=', org).where('team', '=', team);
  await belongs.where('subject', '=', sql<string>`any(${subjects})`).execute();
  const versions = tx.deleteFrom('note_versions').where('org', '=', org).where('team', '=', team);
  await versions.where('note', '=', sql<string>`any(${notes})`).execute();
}
