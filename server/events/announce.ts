import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import { type ServerEvent, serverEventSchema } from '../../contract/api/events/server-event.ts';
import { eventSeqSchema, text } from '../../contract/team/envelope.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { type Audience, audienceSchema } from './audience.ts';

/** PostgreSQL channel on which server processes notify each other. */
export const CHANNEL = 'sansheng_events';

type Passing = ServerEvent & { readonly type: 'presence' | 'phone' | 'receipt' | 'changed' };
export type Lasting = Exclude<ServerEvent, Passing | { readonly type: 'hello' | 'reset' }>;

const tenant = { org: text(80), team: text(80) };

/**
 * `lasting`: read the event from the table. `passing`: the event itself, which is stored nowhere.
 * `membership`: somebody's device, role or team changed, so open streams are checked.
 */
export const noticeSchema = v.variant('kind', [
  v.strictObject({ ...tenant, kind: v.literal('lasting'), seq: eventSeqSchema }),
  v.strictObject({
    ...tenant,
    kind: v.literal('passing'),
    audience: audienceSchema,
    event: serverEventSchema,
  }),
  v.strictObject({ ...tenant, kind: v.literal('membership') }),
]);

export type Notice = Readonly<v.InferOutput<typeof noticeSchema>>;

/** Events are repeated after a break of up to this long; after a longer one comes `reset`. */
export const KEPT_MS = 24 * 3_600_000;

/**
 * Call it in the transaction of the change that the event reports: both are committed or neither.
 * The row lock of the counter puts the numbers in the order of the commits.
 */
export async function announce(
  tx: Tx,
  { org, team }: Tenant,
  { permission, agents }: Audience,
  event: Lasting,
  at: number,
): Promise<void> {
  const { seq } = await tx
    .insertInto('event_counters')
    .values({ org, team, seq: 1 })
    .onConflict((conflict) =>
      conflict.columns(['org', 'team']).doUpdateSet({ seq: sql<number>`event_counters.seq + 1` }),
    )
    .returning('seq')
    .executeTakeFirstOrThrow();
  const row = { org, team, seq, at, permission, agents: [...agents], body: JSON.stringify(event) };
  await tx.insertInto('events').values(row).execute();
  if (seq % 50 === 0) {
    const old = tx.deleteFrom('events').where('org', '=', org).where('team', '=', team);
    await old.where('at', '<', at - KEPT_MS).execute();
  }
  await notify(tx, { org, team, kind: 'lasting', seq });
}

/** Sends an event to open streams only. Clients can also ask for what it reports. */
export async function mention(
  db: Kysely<Tables>,
  { org, team }: Tenant,
  audience: Audience,
  event: Passing,
): Promise<void> {
  await notify(db, { org, team, kind: 'passing', audience, event });
}

/** Ends, with the commit, the streams of those who may no longer have one. */
export async function announceMembership(tx: Tx, { org, team }: Tenant): Promise<void> {
  await notify(tx, { org, team, kind: 'membership' });
}

/** A payload is limited to 8,000 bytes by PostgreSQL: larger events are read from the table. */
async function notify(db: Kysely<Tables>, notice: Notice): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`.execute(db);
}
