import type { Context } from 'hono';
import type { PushResult } from '../../contract/api/sync/push.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { mention } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { eraseNumber } from './erase-number.ts';
import { KNOWS_EPOCHS, pull as pullChanges } from './pull.ts';
import { push as applyBatch } from './push.ts';

const push = serve(syncApi.push, async ({ actor, tx, body, ports, context }) => {
  const { results, epoch, changes } = await tx((tx) => applyBatch(tx, actor, body.items, ports.now()));
  // Not in the transaction, because PostgreSQL commits transactions with a NOTIFY one at a time.
  if (changes > 0) await mention(ports.db, actor, EVERYBODY, { type: 'changed' });
  for (const [outcome, count] of countOutcomes(results)) ports.metrics.pushed.inc({ outcome }, count);
  const knowsEpochs = versionOf(context) >= KNOWS_EPOCHS;
  return { ok: true, answer: { results: [...results], ...(knowsEpochs ? { epoch } : {}) } };
});

const pull = serve(syncApi.pull, async ({ actor, tx, query, context }) => {
  const request = { ...query, version: versionOf(context) };
  return { ok: true, answer: await tx((tx) => pullChanges(tx, actor, request)) };
});

/** Checked before: a number. */
function versionOf(context: Context): number {
  return Number(context.req.header(VERSION_HEADER));
}

const erase = serve(syncApi.erase, async ({ actor, team, tx, body, ports }) => {
  const erased = await tx((tx) => eraseNumber(tx, { ...actor, team }, body.number, ports.now()));
  if (erased === null) return refuse('malformed', 'number');
  await mention(ports.db, { org: actor.org, team }, EVERYBODY, { type: 'changed' });
  return { ok: true, answer: erased };
});

function countOutcomes(results: readonly PushResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

export const syncRoutes: RoutesOf<typeof syncApi> = { push, pull, erase };
