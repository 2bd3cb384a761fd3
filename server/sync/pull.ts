import { sql } from 'kysely';
import * as v from 'valibot';
import { type PullAnswer, type PulledItem, pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { readFields, readJson, readSharedNote } from './stored-body.ts';
import type { NumberedRecord } from './team-state.ts';

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
  const items = page.map(({ number_keys: numberKeys, body, ...row }) =>
    itemOfRecord({ ...row, numberKeys, body: readJson(body) }, overruled.get(row.id) ?? []),
  );
  const more = rows.length > limit;
  // At the end the cursor also skips the rows of other agents.
  const seq = more ? (page.at(-1)?.seq ?? from) : Math.max(newest, page.at(-1)?.seq ?? 0);
  return { items, cursor: `${team}.${seq}`, more };
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
    if (overruled !== null)
      found.set(note, [...(found.get(note) ?? []), { at, fields: readFields(overruled) }]);
  }
  return found;
}

type Overruled = (PulledItem & { type: 'note' })['overruled'];

/** A record as the extension receives it. Throws on an invalid body. */
function itemOfRecord(record: NumberedRecord, overruled: Overruled): PulledItem {
  const { kind, id, revision, at, body } = record;
  switch (kind) {
    case 'note':
      return body === null
        ? { type: 'gone', of: 'note', id }
        : { type: 'note', id, revision, note: readSharedNote(body), overruled };
    case 'facts':
      return { type: 'facts', id, facts: v.parse(noteFactsSchema, body) };
    case 'event':
      return { type: 'team', event: v.parse(teamEventSchema, { ...Object(body), seq: record.seq }) };
    case 'comment':
      return v.parse(pulledItemSchema, body);
    case 'subject':
      return { type: 'gone', of: 'subject', id };
    case 'erasure':
      return { type: 'erased', numberKey: id, before: at };
  }
}
