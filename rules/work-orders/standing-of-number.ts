import type { CallOwed, KnownAs } from '../../calls/host-event.ts';
import { type OpenOrder, ordersOfNumber } from './open-orders.ts';
import type { WorkOrder } from './work-order.ts';

/** What the open orders of a number say of it before a word is spoken. */
export function orderStandingOf(
  open: readonly OpenOrder[],
  number: string,
): { readonly as: readonly KnownAs[]; readonly owed: readonly CallOwed[] } {
  const own = ordersOfNumber(open, number).map(({ order }) => order);
  const complains = own.some(({ family }) => family === 'complaint');
  const as: readonly KnownAs[] =
    own.length === 0 ? [] : complains ? ['open-complaint', 'open-work-order'] : ['open-work-order'];
  return { as, owed: own.some(owesCaller) ? ['promised-answer'] : [] };
}

/** An answer was promised, a moved promise is still to be told, or a call-back is prescribed. */
function owesCaller({ clocks, kind }: WorkOrder): boolean {
  const calls = new Set(kind.deadlines.filter(({ metBy }) => metBy === 'caller-told').map(({ id }) => id));
  return clocks.some(({ of, end }) => {
    if (end !== null) return false;
    return of.kind === 'deadline' ? calls.has(of.deadline) : of.kind === 'answer' || of.kind === 'tell';
  });
}
