import { type ActingAgent, actingRole } from '../../../rules/work-orders/acting-role.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import type { OrderFact } from './order-service.ts';
import type { OrderEntry } from './orders-view.ts';

const NEEDS_ACTING_ROLE: ReadonlySet<OrderEntry['do']> = new Set(['move', 'return', 'wrong-answer', 'close']);

/** The facts to store for an entry; none where another role acts now. */
export function orderFacts(action: OrderEntry, order: WorkOrder, actor: ActingAgent): readonly OrderFact[] {
  const acting = actingRole(order, actor);
  if (acting.is === 'waits' && NEEDS_ACTING_ROLE.has(action.do)) return [];
  const onBehalfOf = acting.is === 'for' ? acting.owner : null;
  switch (action.do) {
    case 'move':
      return [{ type: 'work-order-moved', to: action.to, remarks: action.remarks, onBehalfOf }];
    case 'return':
      return [{ type: 'work-order-returned', remarks: action.remarks, onBehalfOf }];
    case 'wrong-answer':
      return [
        { type: 'work-order-made-major', why: 'wrong-answer', remarks: action.remarks },
        { type: 'work-order-returned', remarks: action.remarks, onBehalfOf },
      ];
    case 'remark':
      return [{ type: 'work-order-remarked', remarks: action.remarks }];
    case 'promise':
      return [{ type: 'work-order-promised', dueAt: action.dueAt, callerInformed: action.callerInformed }];
    case 'answered':
      return [{ type: 'work-order-answered', accepted: action.accepted, remarks: action.remarks }];
    case 'record':
      return [{ type: 'work-order-recorded', record: action.record }];
    case 'copied':
      return [{ type: 'work-order-copied', to: action.to }];
    case 'close': {
      const { outcome, reason, reportedTo } = action;
      const closed: OrderFact = {
        type: 'work-order-closed',
        ...{ outcome, reason, reportedTo: [...reportedTo], onBehalfOf },
      };
      return [...answeredBy(order, outcome), closed];
    }
  }
}

/** Closing also settles a promised answer, but not a prescribed call-back. */
function answeredBy(order: WorkOrder, outcome: string): readonly OrderFact[] {
  const runs = (kind: string) => order.clocks.some(({ of, end }) => of.kind === kind && end === null);
  const informing = new Set(
    order.kind.deadlines.filter(({ metBy }) => metBy === 'caller-informed').map(({ id }) => id),
  );
  const callPending = order.clocks.some(
    ({ of, end }) => end === null && of.kind === 'deadline' && informing.has(of.deadline),
  );
  if (outcome === 'withdrawn' || callPending || !(runs('answer') || runs('inform-caller'))) return [];
  return [{ type: 'work-order-answered', accepted: outcome === 'settled', remarks: '' }];
}
