import { sql } from 'kysely';
import type { PullAnswer, PulledItem } from '../../contract/api/sync/pull.ts';
import { readable, readOr } from '../database/readable.ts';
import type { Tables } from '../database/tables.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { receiptOf, receiptOfComment } from './event-receipt.ts';
import { itemOfRecord, type Overruled } from './item-of-record.ts';
import { epochOf, teamLife } from './read-epoch.ts';
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
  const { org, team } = actor;
  const {
    seq: newest,
    receipt_key: key,
    named,
  } = await tx
    .selectFrom('team_counters')
    .innerJoin('organisation_secrets', 'organisation_secrets.org', 'team_counters.org')
    .select(['seq', 'receipt_key', teamLife.as('named')])
    .where('team_counters.org', '=', org)
    .where('team', '=', team)
    .executeTakeFirstOrThrow();
  const epoch = epochOf(named);
  const from = seqOf(cursor, team, epoch);
  const { page, more } = await readPage(tx, actor, from > newest ? 0 : from, limit);
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

type PageRow = Omit<Tables['records'], 'org' | 'team'>;

/** Characters of the stored records on a page; the first is always on it. */
const MOST_ON_PAGE = 4_000_000;

async function readPage(
  tx: Tx,
  { org, team, member }: Actor,
  from: number,
  limit: number,
): Promise<{ readonly page: readonly PageRow[]; readonly more: boolean }> {
  // `total` includes the row: the last one may be over, and is only read to know of it.
  const rows = await tx
    .selectFrom((query) =>
      query
        .selectFrom('records')
        .select(['kind', 'id', 'seq', 'revision', 'owner', 'at', 'subject', 'number_keys', 'body'])
        .select(sql<number>`coalesce(octet_length(body), 0)`.as('size'))
        .select(sql<number>`sum(coalesce(octet_length(body), 0)) over (order by seq)`.as('total'))
        .where('org', '=', org)
        .where('team', '=', team)
        .where('seq', '>', from)
        .where((row) => row.or([row('owner', 'is', null), row('owner', '=', member)]))
        .orderBy('seq')
        .limit(limit + 1)
        .as('next'),
    )
    .selectAll()
    .where(sql<boolean>`total - size <= ${MOST_ON_PAGE}`)
    .orderBy('seq')
    .execute();
  const isFull = (rows.at(-1)?.total ?? 0) > MOST_ON_PAGE;
  const more = isFull || rows.length > limit;
  return { page: rows.length > 1 && more ? rows.slice(0, -1) : rows, more };
}

/** Overruled texts of a note that a device still receives, and characters of all on a page. */
const MOST_OVERRULED = 20;
const MOST_OVERRULED_ON_PAGE = 4_000_000;

/** The newest of each note, oldest first. */
async function readOverruled(
  tx: Tx,
  { org, team }: Actor,
  notes: readonly string[],
): Promise<ReadonlyMap<string, Overruled>> {
  const found = new Map<string, Overruled>();
  if (notes.length === 0) return found;
  const { rows } = await sql<Pick<Tables['note_versions'], 'note' | 'at' | 'overruled'>>`
    select note, at, overruled from (
      select newest.*, sum(octet_length(overruled)) over (order by at desc, note, revision) as total
      from unnest(${notes}::text[]) as wanted (id) cross join lateral (
        select v.note, v.at, v.overruled, v.revision from note_versions as v
        where v.org = ${org} and v.team = ${team} and v.note = wanted.id and v.overruled is not null
        order by -v.revision limit ${MOST_OVERRULED}) as newest) as found
    where total <= ${MOST_OVERRULED_ON_PAGE} order by note, revision`.execute(tx);
  for (const { note, at, overruled } of rows) {
    const fields = overruled === null ? null : readOr(null, () => readFields(overruled));
    if (fields !== null) found.set(note, [...(found.get(note) ?? []), { at, fields }]);
  }
  return found;
}
