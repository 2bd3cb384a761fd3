import * as v from 'valibot';
import { type HelpRequest, helpRequestSchema } from '../../contract/api/presence/help-request.ts';
import { helpApi } from '../../contract/api/presence/presence-api.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readable, readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { holdErasures } from '../erasure/hold-texts.ts';
import { announce } from '../events/announce.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { enqueue, opaqueCall } from '../webhooks/enqueue.ts';
import { announceHelp } from './announce-help.ts';
import { LISTED_MS } from './listed.ts';

const ask = serve(helpApi.ask, async ({ actor, tx, body, ports, spend }) => {
  const exhausted = spend({ 'help-requests': 1 });
  if (exhausted !== null) return exhausted;
  const { org, team, number: agent } = actor;
  const at = ports.now();
  return await tx(async (tx) => {
    const erased = await holdErasures(tx, { org, team }, at);
    const asked: HelpRequest = { ...redact(body, erased), agent, acknowledged: null, overAt: null };
    const row = { org, team, id: body.id, agent, at, body: JSON.stringify(asked) };
    const fresh = await tx
      .insertInto('help_requests')
      .values({ ...row, over_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (fresh === undefined) {
      const known = await find(tx, { org, team }, body.id);
      return known === null || known.agent !== agent ? refuse('conflict') : { ok: true, answer: known };
    }
    await announceHelp(tx, { org, team }, asked, at);
    const data = { help: body.id, agent, call: opaqueCall(body.call) };
    await enqueue(tx, { org, team }, [{ type: 'help.asked', key: body.id, at, data }], at);
    return { ok: true, answer: asked };
  });
});

const list = serve(helpApi.list, async ({ actor, team, tx, ports }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('help_requests')
      .select('body')
      .where('org', '=', actor.org)
      .where('team', '=', team)
      .where('over_at', 'is', null)
      .where('at', '>', ports.now() - LISTED_MS)
      .orderBy('at')
      .execute(),
  );
  const { items: requests } = readable(rows, ({ body }) => v.parse(helpRequestSchema, body));
  return { ok: true, answer: { requests } };
});

const acknowledge = serve(
  helpApi.acknowledge,
  async ({ actor, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const at = ports.now();
      await holdErasures(tx, { org: actor.org, team }, at);
      const known = await find(tx, { org: actor.org, team }, param('help'));
      if (known === null) return refuse('not-found');
      if (known.acknowledged !== null) return { ok: true, answer: known };
      const changed = { ...known, acknowledged: { by: actor.number, at } };
      await change(tx, { org: actor.org, team }, changed, at);
      return { ok: true, answer: changed };
    }),
);

const end = serve(
  helpApi.end,
  async ({ actor, tx, param, ports }) =>
    await tx(async (tx) => {
      await holdErasures(tx, actor, ports.now());
      const known = await find(tx, actor, param('help'));
      if (known === null || known.agent !== actor.number) return refuse('not-found');
      if (known.overAt !== null) return { ok: true, answer: known };
      const changed = { ...known, overAt: ports.now() };
      await change(tx, actor, changed, ports.now());
      return { ok: true, answer: changed };
    }),
);

const sendMessage = serve(helpApi.sendMessage, async ({ actor, team, tx, body, ports, spend }) => {
  const exhausted = spend({ messages: 1 });
  if (exhausted !== null) return exhausted;
  const at = ports.now();
  const where = { org: actor.org, team };
  // Also to the sender, whose other windows show it.
  const audience = { permission: null, agents: [body.to, actor.number] };
  return await tx(async (tx) => {
    const message = { ...redact(body, await holdErasures(tx, where, at)), by: actor.number, at };
    await announce(tx, where, audience, { type: 'message', message }, at);
    return { ok: true, answer: message };
  });
});

/** Locks the row until the transaction ends, so that only one of two helpers is first. */
async function find(tx: Tx, { org, team }: Tenant, id: string): Promise<HelpRequest | null> {
  const row = await tx
    .selectFrom('help_requests')
    .select('body')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : readOr(null, () => v.parse(helpRequestSchema, row.body));
}

async function change(tx: Tx, { org, team }: Tenant, request: HelpRequest, at: number): Promise<void> {
  const written = { body: JSON.stringify(request), over_at: request.overAt };
  const updating = tx.updateTable('help_requests').set(written).where('org', '=', org);
  await updating.where('team', '=', team).where('id', '=', request.id).execute();
  await announceHelp(tx, { org, team }, request, at);
}

export const helpRoutes: RoutesOf<typeof helpApi> = { ask, end, list, acknowledge, sendMessage };
