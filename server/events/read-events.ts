import { gzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { type ServerEvent, serverEventSchema } from '../../contract/api/events/server-event.ts';
import { readable } from '../database/readable.ts';
import type { Tables } from '../database/tables.ts';
import { inTenant, type Tenant } from '../database/tenant.ts';
import type { Audience } from './audience.ts';

export interface StoredEvent {
  readonly seq: number;
  readonly audience: Audience;
  readonly event: ServerEvent;
}

/** With more missed events a client gets `reset` and loads everything. */
export const MOST_REPEATED = 500;

/** Events after `seq`, in order; null if some are no longer kept, or there are too many. */
export async function readEvents(
  db: Kysely<Tables>,
  tenant: Tenant,
  seq: number,
): Promise<readonly StoredEvent[] | null> {
  const { org, team } = tenant;
  const rows = await inTenant(db, tenant, (tx) =>
    tx
      .selectFrom('events')
      .selectAll()
      .where('org', '=', org)
      .where('team', '=', team)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(MOST_REPEATED + 1)
      .execute(),
  );
  const [first] = rows;
  if (rows.length > MOST_REPEATED || (first !== undefined && first.seq > seq + 1)) return null;
  return readable(rows, (row) => ({
    seq: row.seq,
    audience: { permission: row.permission, agents: row.agents },
    event: v.parse(serverEventSchema, row.body),
  })).items;
}

/** Number of a team's newest event; 0 before the first. */
export async function newestEvent(db: Kysely<Tables>, tenant: Tenant): Promise<number> {
  const { org, team } = tenant;
  const row = await inTenant(db, tenant, (tx) =>
    tx
      .selectFrom('event_counters')
      .select('seq')
      .where('org', '=', org)
      .where('team', '=', team)
      .executeTakeFirst(),
  );
  return row?.seq ?? 0;
}

/** Adds the document to a release, so that not all browsers request it in the same second. */
export async function withDocument(
  db: Kysely<Tables>,
  tenant: Tenant,
  event: ServerEvent,
): Promise<ServerEvent> {
  if (event.type !== 'release') return event;
  const { org, team } = tenant;
  const row = await inTenant(db, tenant, (tx) =>
    tx
      .selectFrom('pack_releases')
      .select('document')
      .where('org', '=', org)
      .where('team', '=', team)
      .where('sequence', '=', event.sequence)
      .executeTakeFirst(),
  );
  return row === undefined
    ? event
    : { ...event, document: gzipSync(row.document, { level: 9 }).toString('base64') };
}
