import type { TeamFact, WorkOrderEvent } from '../../../contract/team/team-event.ts';

/** An event without its envelope, to be written once more. */
export function factOf(event: WorkOrderEvent): TeamFact<WorkOrderEvent> {
  const { v, id, subject, by, at, offset, seen, pack, seq, receivedAt, receipt, redactedAt, ...fact } = event;
  return fact;
}
