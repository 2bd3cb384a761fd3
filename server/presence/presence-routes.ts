import { sql } from 'kysely';
import * as v from 'valibot';
import {
  type AgentState,
  agentStateSchema,
  type PresenceEntry,
  STATE_EXPIRES_MS,
} from '../../contract/api/presence/agent-state.ts';
import { presenceApi } from '../../contract/api/presence/presence-api.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readable } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { holdErasures } from '../erasure/hold-texts.ts';
import { mention } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { enqueue, opaqueCall } from '../webhooks/enqueue.ts';

const WATCHERS: Audience = { permission: 'see-presence', agents: [] };

const report = serve(presenceApi.report, async ({ actor, tx, body, ports }) => {
  const { org, team, number: agent } = actor;
  const seenAt = ports.now();
  await tx(async (tx) => {
    const ended = await endedCall(tx, { org, team }, agent, body);
    if (ended !== null) {
      const data = { call: opaqueCall(ended), agent, endedAt: seenAt };
      const happening = { type: 'call.ended', key: ended, at: seenAt, data } as const;
      await enqueue(tx, { org, team }, [happening], seenAt);
    }
    // The state is sent again within a minute: do not wait for the disk.
    if (ended === null) await sql`set local synchronous_commit = off`.execute(tx);
    // A phone system may make call ids of numbers.
    const entry: PresenceEntry = {
      agent,
      state: redact(body, await holdErasures(tx, actor, seenAt)),
      seenAt,
    };
    const state = JSON.stringify(entry.state);
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
});

/** The call that the agent was in until now, and is not in any more. */
async function endedCall(
  tx: Tx,
  { org, team }: Tenant,
  agent: string,
  now: AgentState,
): Promise<string | null> {
  if (now.state === 'in-call') return null;
  const row = await tx
    .selectFrom('presence_states')
    .select('state')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('agent', '=', agent)
    .executeTakeFirst();
  const before = v.safeParse(agentStateSchema, row?.state);
  return before.success && before.output.state === 'in-call' ? before.output.call : null;
}

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
