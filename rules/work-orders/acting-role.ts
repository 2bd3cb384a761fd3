import type { WorkOrder } from './work-order.ts';

export interface ActingAgent {
  /** Owner of the pack that this desk speaks for. */
  readonly workOrderRole: string;
  /** Leads and supervisors, for an owner without a browser; everybody where there is no team. */
  readonly recordsForOthers: boolean;
}

/** Who moves, returns or closes an order where it stands. */
export type ActingRole =
  | { readonly is: 'own' }
  /** This desk writes for the owner of the stage, and the fact says so. */
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
