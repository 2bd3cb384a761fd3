import { sql } from 'kysely';
import type { PullAnswer, PulledItem } from '../../contract/api/sync/pull.ts';
import { readable, readOr } from '../database/readable.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { receiptOf, receiptOfComment } from './event-receipt.ts';
import { itemOfRecord, type Overruled } from './item-of-record.ts';
import { readEpoch } from './read-epoch.ts';
import { readFields, readJson } from './stored-body.ts';

interface PullRequest {
  readonly cursor: string;
  readonly limit: number;
}

/**
 * The next `limit` records after the cursor, in the order of the team's counter. A cursor of
 * another team or epoch, or above the counter after a restore of an older backup, starts from the
 * beginning.
 */
export async function pull(tx: Tx, actor: Actor, { cursor, limit }: PullRequest): Promise<PullAnswer> {
  const { org, team, member } = actor;
  const { seq: newest, receipt_key: key } = await tx
    .selectFrom('team_counters')
    .innerJoin('organisation_secrets', 'organisation_secrets.org', 'team_counters.org')
    .select(['seq', 'receipt_key'])
    .where('team_counters.org', '=', org)
    .where('team', '=', team)
    .executeTakeFirstOrThrow();
  const epoch = await readEpoch(tx, { org, team });
  const from = seqOf(cursor, team, epoch);
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
  const { items, unreadable } = readable(page, ({ number_keys: numberKeys, body, ...row }) => {
    const record = { ...row, numberKeys, body: readJson(body) };
    const item = itemOfRecord(record, overruled.get(row.id) ?? []);
    if (item.type === 'team') return withReceipt(item, key, team);
    return item.type === 'comment' ? { ...item, receipt: receiptOfComment(key, team, item) } : item;
  });
  const more = rows.length > limit;
  // At the end the cursor also skips the rows of other agents.
  const seq = more ? (page.at(-1)?.seq ?? from) : Math.max(newest, page.at(-1)?.seq ?? 0);
  return { items, cursor: `${team}.${epoch}.${seq}`, more, epoch, unreadable };
}

function seqOf(cursor: string, team: string, epoch: string): number {
  const [, ofTeam, ofEpoch, seq] = /^([^.]+)\.([0-9a-f]+)\.(\d{1,15})$/.exec(cursor) ?? [];
  return ofTeam === team && ofEpoch === epoch ? Number(seq) : 0;
}

/** Events that were stored before there were receipts get one when they are sent. */
function withReceipt(
  { type, event: { receipt, ...event } }: PulledItem & { readonly type: 'team' },
  key: string,
  team: string,
): PulledItem {
  return { type, event: { ...event, receipt: receipt ?? receiptOf(key, team, event) } };
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
