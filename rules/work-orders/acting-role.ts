import type { WorkOrder } from './work-order.ts';

export interface ActingAgent {
  /** The pack's owner for whom this workstation acts. */
  readonly workOrderRole: string;
  /** Leads and supervisors, for an owner without a browser; everybody where there is no team. */
  readonly recordsForOthers: boolean;
}

/** Who moves, returns or closes an order where it stands. */
export type ActingRole =
  | { readonly is: 'own' }
  /** This workstation records for the owner of the stage; the event names that owner. */
  | { readonly is: 'for'; readonly owner: string }
  | { readonly is: 'waits'; readonly owner: string };

/** A single stage is no chain: whoever has such an order in hand settles it in their own name. */
export function actingRole(
  { stage, kind }: Pick<WorkOrder, 'stage' | 'kind'>,
  agent: ActingAgent,
): ActingRole {
  const { owner } = stage;
  if (owner === agent.workOrderRole || kind.stages.length === 1) return { is: 'own' };
  return { is: agent.recordsForOthers ? 'for' : 'waits', owner };
}
