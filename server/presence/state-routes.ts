import { sql } from 'kysely';
import * as v from 'valibot';
import {
  agentStateSchema,
  type PresenceEntry,
  presenceSchema,
  STATE_EXPIRES_MS,
} from '../../contract/api/presence/agent-state.ts';
import { mention } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';

const WATCHERS: Audience = { permission: 'see-presence', agents: [] };

const report = memberRoute({
  method: 'post',
  path: '/v1/presence/state',
  about: 'What this agent is doing. Sent when it changes, and again every minute.',
  may: 'participate',
  query: NOTHING,
  body: agentStateSchema,
  answer: NOTHING,
  handle: async ({ actor, tx, body, ports }) => {
    const { org, team, number: agent } = actor;
    const seenAt = ports.now();
    const entry: PresenceEntry = { agent, state: body, seenAt };
    const state = JSON.stringify(body);
    await tx(async (tx) => {
      // Sent again within the minute: not worth waiting for the disk.
      await sql`set local synchronous_commit = off`.execute(tx);
      await tx
        .insertInto('presence_states')
        .values({ org, team, agent, state, seen_at: seenAt })
        .onConflict((conflict) =>
          conflict.columns(['org', 'team', 'agent']).doUpdateSet({ state, seen_at: seenAt }),
        )
        .execute();
      await mention(tx, { org, team }, WATCHERS, { type: 'presence', agents: [entry] });
    });
    return { ok: true, answer: {} };
  },
});

const list = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/presence',
  about: 'Who is here, and what they are doing.',
  may: 'see-presence',
  query: NOTHING,
  body: NOTHING,
  answer: presenceSchema,
  handle: async ({ actor, team, tx, ports }) => {
    const rows = await tx((tx) =>
      tx
        .selectFrom('presence_states')
        .select(['agent', 'state', 'seen_at as seenAt'])
        .where('org', '=', actor.org)
        .where('team', '=', team)
        .where('seen_at', '>', ports.now() - STATE_EXPIRES_MS)
        .orderBy('agent')
        .execute(),
    );
    const agents = rows.map((row) => ({ ...row, state: v.parse(agentStateSchema, row.state) }));
    return { ok: true, answer: { agents: agents.filter(({ state }) => state.state !== 'gone') } };
  },
});

export const STATE_ROUTES: readonly Route[] = [report, list];
