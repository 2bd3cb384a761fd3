import type { HelpRequest } from '../../contract/api/presence/help-request.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';

/** To supervisors and leads, and to the agent who asked. */
export async function announceHelp(tx: Tx, team: Tenant, request: HelpRequest, at: number): Promise<void> {
  const audience = { permission: 'see-presence', agents: [request.agent] } as const;
  await announce(tx, team, audience, { type: 'help', request }, at);
}
