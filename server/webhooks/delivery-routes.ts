import { sql } from 'kysely';
import * as v from 'valibot';
import { deliverySchema } from '../../contract/api/webhooks/webhook.ts';
import { webhooksApi } from '../../contract/api/webhooks/webhooks-api.ts';
import { readable } from '../database/readable.ts';
import { refuse } from '../http/refuse.ts';
import { serve } from '../http/serve.ts';

const PAGE = 100;

export const deliveries = serve(
  webhooksApi.deliveries,
  async ({ actor: { org }, team, tx, query: { before = '' } }) => {
    const [at, webhook = '', event = ''] = before.split('.');
    const rows = await tx((tx) =>
      tx
        .selectFrom('webhook_deliveries')
        .select(['event', 'webhook', 'type', 'made_at as madeAt', 'state', 'attempts', 'next_at as nextAt'])
        .select(['status', 'problem'])
        .where('org', '=', org)
        .where('team', '=', team)
        .$if(before !== '', (found) =>
          found.where(
            sql<boolean>`(made_at, webhook, event) < (${Number(at)}::bigint, ${webhook}, ${event})`,
          ),
        )
        .orderBy('made_at', 'desc')
        .orderBy('webhook', 'desc')
        .orderBy('event', 'desc')
        .limit(PAGE + 1)
        .execute(),
    );
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    const next = last === undefined ? null : `${last.madeAt}.${last.webhook}.${last.event}`;
    const { items } = readable(page, (row) => v.parse(deliverySchema, row));
    return { ok: true, answer: { deliveries: [...items], next } };
  },
);

/** One that was given up gets all its attempts anew. */
export const retry = serve(
  webhooksApi.retry,
  async ({ actor: { org }, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const known = await tx
        .selectFrom('webhook_deliveries')
        .select(['state', 'attempts'])
        .where('org', '=', org)
        .where('team', '=', team)
        .where('webhook', '=', param('webhook'))
        .where('event', '=', param('event'))
        .forUpdate()
        .executeTakeFirst();
      if (known === undefined) return refuse('not-found');
      if (known.state === 'delivered') return refuse('conflict', 'delivered');
      const attempts = known.state === 'failed' ? 0 : known.attempts;
      const due = { state: 'waiting', attempts, next_at: ports.now() } as const;
      const delivery = tx.updateTable('webhook_deliveries').set(due).where('org', '=', org);
      const own = delivery.where('team', '=', team).where('webhook', '=', param('webhook'));
      await own.where('event', '=', param('event')).execute();
      return { ok: true, answer: {} };
    }),
);
