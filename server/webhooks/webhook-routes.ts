import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { webhookSchema } from '../../contract/api/webhooks/webhook.ts';
import { webhooksApi } from '../../contract/api/webhooks/webhooks-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readable } from '../database/readable.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { removedWebhook } from '../restore/deletion.ts';
import { randomSecret } from '../sign-in/secrets.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { deliveries, retry } from './delivery-routes.ts';

const MOST_WEBHOOKS = 50;

const list = serve(webhooksApi.list, async ({ actor: { org }, team, tx }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('webhooks')
      .select(['webhook as id', 'kind', 'url', 'events', 'made_by as madeBy', 'made_at as madeAt'])
      .where('org', '=', org)
      .where('team', '=', team)
      .orderBy('made_at')
      .execute(),
  );
  const { items: webhooks } = readable(rows, ({ url, ...row }) =>
    v.parse(webhookSchema, { ...row, host: new URL(url).host }),
  );
  return { ok: true, answer: { webhooks: [...webhooks] } };
});

const add = serve(
  webhooksApi.add,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const { org, member } = actor;
      const known = tx.selectFrom('webhooks').select('webhook').where('org', '=', org);
      if ((await known.where('team', '=', team).execute()).length >= MOST_WEBHOOKS)
        return refuse('conflict', 'webhooks');
      const { kind, url, robotSecret, events, language, timeZone: time_zone } = body;
      const [webhook, made_at] = [randomUUID(), ports.now()];
      const secret = kind === 'json' ? randomSecret() : robotSecret;
      const row = { org, team, webhook, kind, url, secret, language, time_zone, made_by: member, made_at };
      await tx
        .insertInto('webhooks')
        .values({ ...row, events: [...new Set(events)] })
        .execute();
      await recordAudit(tx, { org, team, member }, made_at, 'webhook-added', { webhook, kind });
      return { ok: true, answer: { id: webhook, secret: kind === 'json' ? secret : null } };
    }),
);

const remove = serve(
  webhooksApi.remove,
  async ({ actor: { org, member }, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const [webhook, at] = [param('webhook'), ports.now()];
      const own = tx.selectFrom('webhooks').select('webhook').where('org', '=', org);
      const ofTeam = own.where('team', '=', team).where('webhook', '=', webhook);
      if ((await ofTeam.executeTakeFirst()) === undefined) return refuse('not-found');
      await deleteWebhook(tx, org, webhook);
      await recordAudit(tx, { org, team, member }, at, 'webhook-removed', { webhook });
      await ports.guard.keep(org, [removedWebhook(webhook, at)]);
      return { ok: true, answer: {} };
    }),
);

export const webhookRoutes: RoutesOf<typeof webhooksApi> = { list, add, remove, deliveries, retry };
