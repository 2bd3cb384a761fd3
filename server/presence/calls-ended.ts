import * as v from 'valibot';
import { type AgentState, agentStateSchema } from '../../contract/api/presence/agent-state.ts';
import { instantSchema, text } from '../../contract/team/envelope.ts';
import { readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { opaqueCall } from '../webhooks/enqueue.ts';

/** A call (opaqueCall) that the agent is not in any more, and since when. It may be on hold. */
const callLeftSchema = v.object({ call: text(80), at: instantSchema });
type CallLeft = Readonly<v.InferOutput<typeof callLeftSchema>>;

/** Calls of one agent at a time that nobody held so long. */
const MOST_LEFT = 20;

interface CallsBefore {
  readonly state: AgentState | null;
  readonly left: readonly CallLeft[];
}

/** What the agent's last report said. The row is locked, so that reports follow each other. */
export async function callsBefore(tx: Tx, { org, team }: Tenant, agent: string): Promise<CallsBefore> {
  const row = await tx
    .selectFrom('presence_states')
    .select(['state', 'calls_left'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('agent', '=', agent)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { state: null, left: [] };
  return {
    state: readOr(null, () => v.parse(agentStateSchema, row.state)),
    left: readOr([], () => v.parse(v.array(callLeftSchema), row.calls_left)),
  };
}

/**
 * A browser is in a call while one of its calls lives, even on hold. So an agent who goes to
 * another call may come back to the first one: that one is reported when no call is left, with the
 * time at which it was left last.
 */
export function callsAfter(
  { state, left }: CallsBefore,
  now: AgentState,
  at: number,
): { readonly ended: readonly CallLeft[]; readonly left: readonly CallLeft[] } {
  const current = callOf(now);
  const before = callOf(state);
  const was = before !== null && before !== current ? [{ call: before, at }] : [];
  const others = left.filter(({ call }) => call !== current && was.every((one) => one.call !== call));
  const all = [...others, ...was].slice(-MOST_LEFT);
  return current === null ? { ended: all, left: [] } : { ended: [], left: all };
}

function callOf(state: AgentState | null): string | null {
  return state?.state === 'in-call' ? opaqueCall(state.call) : null;
}
