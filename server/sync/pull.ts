import { sql } from 'kysely';
import type { PullAnswer } from '../../contract/api/sync/pull.ts';
import { readable, readOr } from '../database/readable.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { itemOfRecord, type Overruled } from './item-of-record.ts';
import { readFields, readJson } from './stored-body.ts';

/**
 * The next `limit` records after the cursor, in the order of the team's counter. A cursor of
 * another team, or above the counter after a restore of an older backup, starts from the
 * beginning.
 */
export async function pull(tx: Tx, actor: Actor, cursor: string, limit: number): Promise<PullAnswer> {
  const { org, team, member } = actor;
  const counter = tx
    .selectFrom('team_counters')
    .select('seq')
    .where('org', '=', org)
    .where('team', '=', team);
  const newest = (await counter.executeTakeFirstOrThrow()).seq;
  const from = seqOf(cursor, team);
  const rows = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'seq', 'revision', 'owner', 'at', 'subject', 'number_keys', 'body'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('seq', '>', from > newest ? 0 : from)
    .where((row) => row.or([row('owner', 'is', null), row('owner', '=', member)]))
    .orderBy('seq')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const overruled = await readOverruled(
    tx,
    actor,
    page.flatMap(({ kind, id }) => (kind === 'note' ? [id] : [])),
  );
  const { items, unreadable } = readable(page, ({ number_keys: numberKeys, body, ...row }) =>
    itemOfRecord({ ...row, numberKeys, body: readJson(body) }, overruled.get(row.id) ?? []),
  );
  const more = rows.length > limit;
  // At the end the cursor also skips the rows of other agents.
  const seq = more ? (page.at(-1)?.seq ?? from) : Math.max(newest, page.at(-1)?.seq ?? 0);
  return { items, cursor: `${team}.${seq}`, more, unreadable };
}

function seqOf(cursor: string, team: string): number {
  const [, ofTeam, seq] = /^([^.]+)\.(\d{1,15})$/.exec(cursor) ?? [];
  return ofTeam === team ? Number(seq) : 0;
}

async function readOverruled(
  tx: Tx,
  { org, team }: Actor,
  notes: readonly string[],
): Promise<ReadonlyMap<string, Overruled>> {
  const found = new Map<string, Overruled>();
  if (notes.length === 0) return found;
  const rows = await tx
    .selectFrom('note_versions')
    .select(['note', 'at', 'overruled'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('note', '=', sql<string>`any(${notes})`)
    .where('overruled', 'is not', null)
    .orderBy('revision')
    .execute();
  for (const { note, at, overruled } of rows) {
    const fields = overruled === null ? null : readOr(null, () => readFields(overruled));
    if (fields !== null) found.set(note, [...(found.get(note) ?? []), { at, fields }]);
  }
  return found;
}
