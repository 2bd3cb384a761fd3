import { sql } from 'kysely';
import * as v from 'valibot';
import {
  agentStateSchema,
  type PresenceEntry,
  STATE_EXPIRES_MS,
} from '../../contract/api/presence/agent-state.ts';
import { presenceApi } from '../../contract/api/presence/presence-api.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readable } from '../database/readable.ts';
import { holdErasures } from '../erasure/hold-texts.ts';
import { mention } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { enqueue } from '../webhooks/enqueue.ts';
import { callsAfter, callsBefore } from './calls-ended.ts';

const WATCHERS: Audience = { permission: 'see-presence', agents: [] };

const report = serve(presenceApi.report, async ({ actor, tx, body, ports }) => {
  const { org, team, number: agent } = actor;
  const seenAt = ports.now();
  await tx(async (tx) => {
    const { ended, left } = callsAfter(await callsBefore(tx, { org, team }, agent), body, seenAt);
    const happenings = ended.map(({ call, at }) => {
      const data = { call, agent, endedAt: at };
      return { type: 'call.ended', key: call, at, data } as const;
    });
    await enqueue(tx, { org, team }, happenings, seenAt);
    // The state is sent again within a minute: do not wait for the disk.
    if (ended.length === 0) await sql`set local synchronous_commit = off`.execute(tx);
    // A phone system may make call ids of numbers.
    const entry: PresenceEntry = {
      agent,
      state: redact(body, await holdErasures(tx, actor, seenAt)),
      seenAt,
    };
    const row = { state: JSON.stringify(entry.state), seen_at: seenAt, calls_left: JSON.stringify(left) };
    await tx
      .insertInto('presence_states')
      .values({ org, team, agent, ...row })
      .onConflict((conflict) => conflict.columns(['org', 'team', 'agent']).doUpdateSet(row))
      .execute();
    await mention(tx, { org, team }, WATCHERS, { type: 'presence', agents: [entry] });
  });
  return { ok: true, answer: {} };
});

const list = serve(presenceApi.list, async ({ actor, team, tx, ports }) => {
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
  const { items: agents } = readable(rows, (row) => ({
    ...row,
    state: v.parse(agentStateSchema, row.state),
  }));
  return { ok: true, answer: { agents: agents.filter(({ state }) => state.state !== 'gone') } };
});

export const presenceRoutes: RoutesOf<typeof presenceApi> = { report, list };
