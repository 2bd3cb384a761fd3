import * as v from 'valibot';
import { expect } from 'vitest';
import { type WebhookBody, webhookBodySchema } from '../../../contract/api/webhooks/webhook.ts';
import { inTenant } from '../../../server/database/tenant.ts';
import type { Seat, ServerBed } from './server-bed.ts';

const EVENTS = [
  ...['call.ended', 'note.finalized', 'order.opened', 'order.moved', 'help.asked', 'pack.published'],
];

/** A webhook of the team for these events, or for all. */
export async function addWebhook(bed: ServerBed, lead: Seat, events: readonly string[] = EVENTS) {
  const webhook = { kind: 'json', url: 'https://hooks.example.com/', events };
  const { status } = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/webhooks`, webhook);
  expect(status).toBe(200);
}

/** What waits for the team's webhooks, oldest event first. */
export async function webhookBodies(bed: ServerBed, { org, team }: Seat): Promise<readonly WebhookBody[]> {
  const rows = await inTenant(bed.db, { org, team }, (tx) =>
    tx.selectFrom('webhook_deliveries').select('body').where('org', '=', org).execute(),
  );
  const bodies = rows.map(({ body }) => v.parse(webhookBodySchema, JSON.parse(body)));
  return bodies.sort((one, other) => one.at - other.at);
}
