import type { WorkOrder } from './work-order.ts';

export interface ActingAgent {
  /** The work-order role of the pack for which this workstation acts. */
  readonly workOrderRole: string;
  /**
   * True for leads and supervisors, who record for a role without a browser, and for everybody
   * without a team.
   */
  readonly recordsForOthers: boolean;
}

/** Who may move, return or close an order in its current stage. */
export type ActingRole =
  | { readonly is: 'own' }
  /** This workstation records for the owner of the stage; the event names that owner. */
  | { readonly is: 'for'; readonly owner: string }
  | { readonly is: 'waits'; readonly owner: string };

/** The agent who handles an order with a single stage closes it, in their own name. */
export function actingRole(
  { stage, kind }: Pick<WorkOrder, 'stage' | 'kind'>,
  agent: ActingAgent,
): ActingRole {
  const { owner } = stage;
  if (owner === agent.workOrderRole || kind.stages.length === 1) return { is: 'own' };
  return { is: agent.recordsForOthers ? 'for' : 'waits', owner };
}
