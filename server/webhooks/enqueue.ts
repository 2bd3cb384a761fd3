import type { WebhookBody, WebhookEvent } from '../../contract/api/webhooks/webhook.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { hashSecret } from '../sign-in/secrets.ts';

/** Something that webhooks may be called for. */
export interface Happening {
  readonly type: WebhookEvent;
  /** Names it: the same once more is no new event. */
  readonly key: string;
  readonly at: number;
  /** In the language of a webhook, where it has words of the pack. */
  readonly data: WebhookBody['data'] | ((language: string) => WebhookBody['data']);
  /** Webhooks that were added later are not called for it. Absent: all are. */
  readonly since?: number;
}

/** A call by an id of its own: phone systems make theirs of numbers. The same for one call. */
export function opaqueCall(call: string): string {
  return hashSecret(`call ${call}`).slice(0, 32);
}

/** Call it in the transaction of what happened: both are committed or neither. */
export async function enqueue(
  tx: Tx,
  { org, team }: Tenant,
  happenings: readonly Happening[],
  now: number,
): Promise<void> {
  if (happenings.length === 0) return;
  const webhooks = await tx
    .selectFrom('webhooks')
    .select(['webhook', 'events', 'language', 'made_at'])
    .where('org', '=', org)
    .where('team', '=', team)
    .execute();
  const rows = webhooks.flatMap(({ webhook, events, language, made_at }) =>
    happenings
      .filter(({ type, since = made_at }) => events.includes(type) && made_at <= since)
      .map(({ type, key, at, data: of }) => {
        const data = typeof of === 'function' ? of(language) : of;
        const id = hashSecret(`${org} ${team} ${type} ${key}`).slice(0, 32);
        const body: WebhookBody = { id, type, at, organisation: org, team, data };
        const due = { made_at: now, next_at: now, body: JSON.stringify(body) };
        return { org, team, webhook, event: id, type, ...due, state: 'waiting' as const, attempts: 0 };
      }),
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('webhook_deliveries')
    .values(rows)
    .onConflict((known) => known.doNothing())
    .execute();
}
