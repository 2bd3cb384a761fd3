import type { PushResult } from '../../contract/api/sync/push.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import { eraseNumber } from '../erasure/erase-number.ts';
import { findErased } from '../erasure/find-erased.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { pull as pullChanges } from './pull.ts';
import { push as applyBatch } from './push.ts';
import { reportChange } from './report-change.ts';

const push = serve(syncApi.push, async ({ actor, tx, body, ports }) => {
  const { results, epoch, changes } = await tx(async (tx) => {
    const pushed = await applyBatch(tx, actor, body.items, ports.now());
    await ports.guard.keep(actor.org, pushed.deletions);
    return pushed;
  });
  // Not in the transaction, because PostgreSQL commits transactions with a NOTIFY one at a time.
  if (changes > 0) await reportChange(ports, actor);
  for (const [outcome, count] of countOutcomes(results)) ports.metrics.pushed.inc({ outcome }, count);
  return { ok: true, answer: { results: [...results], epoch } };
});

const pull = serve(syncApi.pull, async ({ actor, tx, query }) => {
  return { ok: true, answer: await tx((tx) => pullChanges(tx, actor, query)) };
});

const checkNumbers = serve(syncApi.checkNumbers, async ({ actor, tx, body }) => {
  return { ok: true, answer: { erased: await tx((tx) => findErased(tx, actor, body.numbers)) } };
});

const erase = serve(syncApi.erase, async ({ actor, team, tx, body, ports }) => {
  const erased = await tx(async (tx) => {
    const done = await eraseNumber(tx, { ...actor, team }, body.number, ports.now());
    if (done !== null) await ports.guard.keep(actor.org, done.deletions);
    return done;
  });
  if (erased === null) return refuse('malformed', 'number');
  await reportChange(ports, { org: actor.org, team });
  return { ok: true, answer: { notes: erased.notes, subjects: erased.subjects } };
});

function countOutcomes(results: readonly PushResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

export const syncRoutes: RoutesOf<typeof syncApi> = { push, pull, checkNumbers, erase };
