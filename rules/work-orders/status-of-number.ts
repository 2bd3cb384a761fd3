import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import { type OpenOrder, ordersOfNumber } from './open-orders.ts';
import type { WorkOrder } from './work-order.ts';

/** What the open orders of a number say about it when it rings. */
export function orderStatusOf(
  open: readonly OpenOrder[],
  number: string,
): { readonly as: readonly NumberStatus[]; readonly promises: readonly PromisedCall[] } {
  const own = ordersOfNumber(open, number).map(({ order }) => order);
  const complains = own.some(({ category }) => category === 'complaint');
  const as: readonly NumberStatus[] =
    own.length === 0 ? [] : complains ? ['open-complaint', 'open-work-order'] : ['open-work-order'];
  return { as, promises: own.some(hasPendingPromise) ? ['promised-answer'] : [] };
}

/**
 * An answer was promised, the caller must be informed of a moved promise, or a call-back is
 * prescribed.
 */
function hasPendingPromise({ clocks, kind }: WorkOrder): boolean {
  const calls = new Set(
    kind.deadlines.filter(({ metBy }) => metBy === 'caller-informed').map(({ id }) => id),
  );
  return clocks.some(({ of, end }) => {
    if (end !== null) return false;
    return of.kind === 'deadline'
      ? calls.has(of.deadline)
      : of.kind === 'answer' || of.kind === 'inform-caller';
  });
}
