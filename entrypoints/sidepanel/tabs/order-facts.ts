import type { OrdersAction } from '../../../components/orders/orders-view.ts';
import { type RecordingDesk, whoseTurn } from '../../../rules/work-orders/whose-turn.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import type { OrderFact } from './order-desk.ts';

const TAKES_TURN: ReadonlySet<OrdersAction['do']> = new Set(['move', 'return', 'wrong-answer', 'close']);

/** What a press on an order's page is as facts to write; none for one that only turns a page, or comes when it is another's turn. */
export function orderFacts(
  action: OrdersAction,
  order: WorkOrder,
  desk: RecordingDesk,
): readonly OrderFact[] {
  const turn = whoseTurn(order, desk);
  if (turn.is === 'waits' && TAKES_TURN.has(action.do)) return [];
  const onBehalfOf = turn.is === 'for' ? turn.owner : null;
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
      return [{ type: 'work-order-promised', dueAt: action.dueAt, callerTold: action.callerTold }];
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
    default:
      return [];
  }
}

/** Closing settles a promised answer with it. A call-back that is prescribed is not: it was made and said so, or it was not. */
function answeredBy(order: WorkOrder, outcome: string): readonly OrderFact[] {
  const runs = (kind: string) => order.clocks.some(({ of, end }) => of.kind === kind && end === null);
  const told = new Set(
    order.kind.deadlines.filter(({ metBy }) => metBy === 'caller-told').map(({ id }) => id),
  );
  const owesCall = order.clocks.some(
    ({ of, end }) => end === null && of.kind === 'deadline' && told.has(of.deadline),
  );
  if (outcome === 'withdrawn' || owesCall || !(runs('answer') || runs('tell'))) return [];
  return [{ type: 'work-order-answered', accepted: outcome === 'settled', remarks: '' }];
}
