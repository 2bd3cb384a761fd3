import { sql } from 'kysely';
import * as v from 'valibot';
import { receiptsApi } from '../../contract/api/packs/packs-api.ts';
import { type Receipt, receiptSchema } from '../../contract/release/release-messages.ts';
import type { PublishingTables } from '../database/publishing-tables.ts';
import { readable } from '../database/readable.ts';
import { mention } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { type RoutesOf, serve } from '../http/serve.ts';

const PUBLISHERS: Audience = { permission: 'publish-packs', agents: [] };

const report = serve(receiptsApi.report, async ({ actor, tx, body, ports, spend }) => {
  const exhausted = spend({ receipts: 1 });
  if (exhausted !== null) return exhausted;
  const { org, team, device, number: agent } = actor;
  const { sequence, status, since } = body;
  const row = { org, team, sequence, device, agent, status, since, ...detailOf(body) };
  await tx((tx) =>
    tx
      .insertInto('pack_receipts')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['org', 'team', 'sequence', 'device']).doUpdateSet({
          agent,
          status,
          since: sql<number>`case when pack_receipts.status = ${status}
              then least(pack_receipts.since, ${since}) else ${since}::bigint end`,
          read_at: sql<number | null>`coalesce(pack_receipts.read_at, ${row.read_at}::bigint)`,
          reason: row.reason,
        }),
      )
      .execute(),
  );
  await mention(ports.db, { org, team }, PUBLISHERS, { type: 'receipt', sequence });
  return { ok: true, answer: {} };
});

const list = serve(receiptsApi.list, async ({ actor, team, tx }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('pack_receipts')
      .selectAll()
      .where('org', '=', actor.org)
      .where('team', '=', team)
      .orderBy('sequence', 'desc')
      .orderBy('agent')
      .limit(20_000)
      .execute(),
  );
  const { items: receipts } = readable(rows, (row) => ({
    agent: row.agent,
    device: row.device,
    receipt: receiptOf(row),
  }));
  return { ok: true, answer: { receipts } };
});

function detailOf(receipt: Receipt): { read_at: number | null; reason: string | null } {
  return {
    read_at: receipt.status === 'in-use' ? receipt.readAt : null,
    reason: receipt.status === 'refused' ? receipt.reason : null,
  };
}

function receiptOf({ status, sequence, since, read_at, reason }: PublishingTables['pack_receipts']): Receipt {
  const detail = status === 'in-use' ? { readAt: read_at } : status === 'refused' ? { reason } : {};
  return v.parse(receiptSchema, { status, sequence, since, ...detail });
}

export const receiptRoutes: RoutesOf<typeof receiptsApi> = { report, list };
