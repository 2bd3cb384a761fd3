import type { PushResult } from '../../contract/api/sync/push.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import { eraseNumber } from '../erasure/erase-number.ts';
import { findErased } from '../erasure/find-erased.ts';
import { refuse, setRetryAfter } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { pull as pullChanges } from './pull.ts';
import { push as applyBatch } from './push.ts';
import { reportChange } from './report-change.ts';

const push = serve(syncApi.push, async ({ actor, tx, body, ports, context, spend, pushes }) => {
  const { items, offset = null } = body;
  const events = items.filter((item) => typeof item === 'object' && item !== null && 'event' in item).length;
  const exhausted = spend({ notes: items.length - events, events });
  if (exhausted !== null) return exhausted;
  // In turn, because the team's counter lets one push in at a time.
  const served = await pushes.run(`${actor.org} ${actor.team}`, actor.device, () =>
    tx(async (tx) => {
      const pushed = await applyBatch(tx, actor, items, { now: ports.now(), offset });
      await ports.guard.keep(actor.org, pushed.deletions);
      return pushed;
    }),
  );
  if (!served.ok) {
    setRetryAfter(context, TURN_AGAIN_MS);
    return served.reason === 'full' ? refuse('too-many', 'pushes') : refuse('unavailable', 'pushes');
  }
  const { results, epoch, concerns } = served.value;
  // Not in the transaction, because PostgreSQL commits transactions with a NOTIFY one at a time.
  if (concerns !== null) await reportChange(ports, actor, concerns);
  for (const [outcome, count] of countOutcomes(results)) ports.metrics.pushed.inc({ outcome }, count);
  return { ok: true, answer: { results: [...results], epoch } };
});

/** Pushes take part of a second; a device that waits for several has time. */
const TURN_AGAIN_MS = 5_000;

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
