import { type Kysely, sql } from 'kysely';
import type { ServerEvent } from '../../contract/api/events/server-event.ts';
import type { Tables } from '../database/tables.ts';
import type { Tx } from '../database/tenant.ts';
import type { Audience } from './audience.ts';

/** The one channel on which server processes hear of one another. */
export const CHANNEL = 'sansheng_events';

interface Team {
  readonly org: string;
  readonly team: string;
}

type Passing = ServerEvent & { readonly type: 'presence' | 'receipt' | 'changed' };
export type Lasting = Exclude<ServerEvent, Passing | { readonly type: 'hello' | 'reset' }>;

/** What one process tells the others: an event to be read from the table, or one that is told and forgotten. */
export type Notice = Team &
  (
    | { readonly kind: 'lasting'; readonly seq: number }
    | { readonly kind: 'passing'; readonly audience: Audience; readonly event: Passing }
  );

/** Repeated to whoever comes back within that time; later they are told to ask for everything. */
export const KEPT_MS = 24 * 3_600_000;

/**
 * In the transaction of what it tells of: it is told if, and only if, that is kept. The counter's row lock makes the order of
 * numbers that of the commits.
 */
export async function announce(
  tx: Tx,
  { org, team }: Team,
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

/** Told to those who listen now. It is about something that can also be asked for. */
export async function mention(
  db: Kysely<Tables>,
  { org, team }: Team,
  audience: Audience,
  event: Passing,
): Promise<void> {
  await notify(db, { org, team, kind: 'passing', audience, event });
}

/** PostgreSQL takes less than 8,000 bytes: larger things stay in the table. */
async function notify(db: Kysely<Tables>, notice: Notice): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`.execute(db);
}
