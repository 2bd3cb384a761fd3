import * as v from 'valibot';
import { may } from '../../contract/api/members/role.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { isHandedOut } from './apply-event.ts';
import type { TeamState } from './team-state.ts';

/** One entry of the audit log for the call-backs of a batch that somebody handed out. */
export async function recordHandedOut(tx: Tx, actor: Actor, state: TeamState, now: number): Promise<void> {
  // A device of an agent gives back what the database lost, and hands out nothing.
  if (!may(actor.role, 'assign-call-backs')) return;
  const callBacks = state.changes().records.filter(({ kind, body }) => {
    const event = v.safeParse(teamEventSchema, kind === 'event' ? body : null);
    return event.success && isHandedOut(event.output);
  }).length;
  if (callBacks > 0) await recordAudit(tx, actor, now, 'call-backs-handed-out', { callBacks });
}
