import type { Tx } from '../database/tenant.ts';

/** Deletes a webhook and what waits for it. */
export async function deleteWebhook(tx: Tx, org: string, webhook: string): Promise<void> {
  const waiting = tx.deleteFrom('webhook_deliveries').where('org', '=', org);
  await waiting.where('webhook', '=', webhook).execute();
  const own = tx.deleteFrom('webhooks').where('org', '=', org);
  await own.where('webhook', '=', webhook).execute();
}
