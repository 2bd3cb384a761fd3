import * as v from 'valibot';
import {
  type HelpRequest,
  helpListSchema,
  helpRequestSchema,
  newHelpRequestSchema,
} from '../../contract/api/presence/help-request.ts';
import type { Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';

/** Help that nobody ended is listed no longer than any call lasts. */
const LISTED_MS = 4 * 3_600_000;

interface Team {
  readonly org: string;
  readonly team: string;
}

const ask = memberRoute({
  method: 'post',
  path: '/v1/help',
  about: 'An agent asks for help in a call. The same id twice asks once.',
  may: 'participate',
  query: NOTHING,
  body: newHelpRequestSchema,
  answer: helpRequestSchema,
  handle: async ({ actor, tx, body, ports }) => {
    const { org, team, number: agent } = actor;
    return await tx(async (tx) => {
      const asked: HelpRequest = { ...body, agent, acknowledged: null, overAt: null };
      const row = { org, team, id: body.id, agent, at: ports.now(), body: JSON.stringify(asked) };
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
      await announceHelp(tx, { org, team }, asked, ports.now());
      return { ok: true, answer: asked };
    });
  },
});

const list = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/help',
  about: 'Help that was asked for and is not over.',
  may: 'see-presence',
  query: NOTHING,
  body: NOTHING,
  answer: helpListSchema,
  handle: async ({ actor, team, tx, ports }) => {
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
    return { ok: true, answer: { requests: rows.map(({ body }) => v.parse(helpRequestSchema, body)) } };
  },
});

const acknowledge = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/help/:help/acknowledge',
  about: 'Somebody is coming. The first to say so stays; the answer names them.',
  may: 'assist-agents',
  query: NOTHING,
  body: NOTHING,
  answer: helpRequestSchema,
  handle: async ({ actor, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const known = await find(tx, { org: actor.org, team }, param('help'));
      if (known === null) return refuse('not-found');
      if (known.acknowledged !== null) return { ok: true, answer: known };
      const at = ports.now();
      const changed = { ...known, acknowledged: { by: actor.number, at } };
      await change(tx, { org: actor.org, team }, changed, at);
      return { ok: true, answer: changed };
    }),
});

const end = memberRoute({
  method: 'post',
  path: '/v1/help/:help/over',
  about: 'The agent withdraws the request, or the call is over.',
  may: 'participate',
  query: NOTHING,
  body: NOTHING,
  answer: helpRequestSchema,
  handle: async ({ actor, tx, param, ports }) =>
    await tx(async (tx) => {
      const known = await find(tx, actor, param('help'));
      if (known === null || known.agent !== actor.number) return refuse('not-found');
      if (known.overAt !== null) return { ok: true, answer: known };
      const changed = { ...known, overAt: ports.now() };
      await change(tx, actor, changed, ports.now());
      return { ok: true, answer: changed };
    }),
});

/** Locked until the transaction ends: of two who come at once, one is first. */
async function find(tx: Tx, { org, team }: Team, id: string): Promise<HelpRequest | null> {
  const row = await tx
    .selectFrom('help_requests')
    .select('body')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : v.parse(helpRequestSchema, row.body);
}

async function change(tx: Tx, { org, team }: Team, request: HelpRequest, at: number): Promise<void> {
  const written = { body: JSON.stringify(request), over_at: request.overAt };
  const updating = tx.updateTable('help_requests').set(written).where('org', '=', org);
  await updating.where('team', '=', team).where('id', '=', request.id).execute();
  await announceHelp(tx, { org, team }, request, at);
}

async function announceHelp(tx: Tx, team: Team, request: HelpRequest, at: number): Promise<void> {
  const audience = { permission: 'see-presence', agents: [request.agent] } as const;
  await announce(tx, team, audience, { type: 'help', request }, at);
}

export const HELP_ROUTES: readonly Route[] = [ask, list, acknowledge, end];
