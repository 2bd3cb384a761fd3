import type { Instant } from '../../calls/call-event.ts';
import type { FollowUp, WorkOrderDue } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts, Commitment } from '../call/call-facts.ts';
import type { Zone } from '../time/zone-offset.ts';
import { keptPromise } from './kept-promise.ts';
import { kindOf } from './open-order.ts';

interface Left {
  readonly due: WorkOrderDue;
  /** When it was promised: its clock runs from then. */
  readonly saidAt: Instant;
}

interface OrderLeft extends Left {
  readonly what: 'work-order';
  readonly kind: string;
}

/** The follow-up of a call, from what was promised in it. */
export type CallLeaves =
  | OrderLeft
  | (Left & { readonly what: 'call-back' })
  | { readonly what: 'warning'; readonly saidAt: Instant }
  | { readonly what: 'order-remark'; readonly saidAt: Instant };

type Facts = Pick<CallFacts, 'met' | 'commitments' | 'knownAs' | 'promises' | 'call'>;

/**
 * One entry for each category: three scripts of one complaint make one work order. The last
 * situation decides the kind, unless it only closes; the promise that was said decides the
 * deadline, which may be shorter for a VIP. A transfer that went through leaves only the register.
 * A planned call-back that was put off gets its new time with its outcome.
 */
export function leftByCall(
  { met, commitments, knownAs, promises, call }: Facts,
  pack: Pack,
  utcOffsetMinutes: Zone,
): readonly CallLeaves[] {
  const left = new Map<string, CallLeaves>();
  const isVip = knownAs.includes('vip');
  const isTransferred = call.state === 'ended' && call.end.how === 'transferred';
  const inOrder = [...met].sort(([, one], [, other]) => one.pickedAt - other.pickedAt);
  for (const [id] of inOrder) {
    const commitment = commitments.get(id);
    if (commitment === undefined) continue;
    const { at: saidAt } = commitment;
    const { workOrder, callBack, warning, remark } =
      pack.situations.find((one) => one.id === id)?.followUp ?? {};
    const isPutOff = wasPutOff({ workOrder, callBack }, commitment);
    if (workOrder !== undefined && !isTransferred && !isPutOff) {
      const { category } = kindOf(workOrder.kind, pack);
      const before = left.get(category);
      const order = orderLeft(workOrder, commitment, before?.what === 'work-order' ? before : null);
      left.set(category, isVip ? soonerForVip(order, workOrder.dueForVip, saidAt) : order);
    }
    const isPlanned = call.direction === 'outbound' && promises.includes('call-back');
    if (callBack !== undefined && !isTransferred && (isPutOff ? !isPlanned : workOrder === undefined)) {
      left.set('call-back', { what: 'call-back', due: commitment.due ?? callBack, saidAt });
    }
    if (remark === true && !isTransferred) left.set('order-remark', { what: 'order-remark', saidAt });
    if (warning === true) left.set('warning', { what: 'warning', saidAt });
  }
  return [...left.values()].map((one) =>
    one.what === 'warning' || one.what === 'order-remark'
      ? one
      : { ...one, due: keptPromise(one.due, one.saidAt, pack, utcOffsetMinutes) },
  );
}

/**
 * The caller only named a better time: a script that leaves an order or a call-back leaves the
 * call-back then, and nothing of the matter is known yet.
 */
export function wasPutOff(
  { workOrder, callBack }: Pick<FollowUp, 'workOrder' | 'callBack'>,
  commitment: Commitment,
): boolean {
  return workOrder !== undefined && callBack !== undefined && commitment.due === 'agreed';
}

function orderLeft(
  { kind, due, asBefore }: NonNullable<FollowUp['workOrder']>,
  commitment: Commitment,
  before: OrderLeft | null,
): OrderLeft {
  if (asBefore && before !== null) return before;
  return { what: 'work-order', kind, due: commitment.due ?? due, saidAt: commitment.at };
}

/**
 * The earlier of two promises that count from now. An agreed time and the next shift stay as they
 * are.
 */
function soonerForVip(order: OrderLeft, forVip: WorkOrderDue | undefined, saidAt: Instant): OrderLeft {
  const lengths: readonly WorkOrderDue[] = ['supervisor', 'simple', 'complex'];
  const [at, wanted] = [lengths.indexOf(order.due), forVip === undefined ? -1 : lengths.indexOf(forVip)];
  return forVip !== undefined && wanted >= 0 && wanted < at ? { ...order, due: forVip, saidAt } : order;
}
