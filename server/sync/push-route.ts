import * as v from 'valibot';
import { type PushResult, pushAnswerSchema, pushRequestSchema } from '../../contract/api/sync/push.ts';
import { syncItemSchema } from '../../contract/api/sync/sync-item.ts';
import { mention } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { memberRoute, NOTHING } from '../http/route.ts';
import { push } from './push.ts';

export const pushRoute = memberRoute({
  method: 'post',
  path: '/v1/sync/push',
  about:
    'Accepts a batch of changes, each of them once. Answered after all that is acknowledged is on the disk.',
  may: 'participate',
  query: NOTHING,
  body: pushRequestSchema,
  answer: pushAnswerSchema,
  shown: { body: v.strictObject({ items: v.array(syncItemSchema) }) },
  handle: async ({ actor, tx, body, ports }) => {
    const { results, changes } = await tx((tx) => push(tx, actor, body.items, ports.now()));
    // After the commit, by itself: PostgreSQL lets only one transaction with a NOTIFY commit at a time.
    if (changes > 0) await mention(ports.db, actor, EVERYBODY, { type: 'changed' });
    for (const [outcome, count] of countOutcomes(results)) ports.metrics.pushed.inc({ outcome }, count);
    return { ok: true, answer: { results: [...results] } };
  },
});

function countOutcomes(results: readonly PushResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}
