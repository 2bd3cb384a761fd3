import type { FollowUp } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { CallFacts } from '../call/call-facts.ts';
import { kindOf } from './open-order.ts';

type Due = NonNullable<FollowUp['workOrder']>['due'];

interface OrderLeft {
  readonly what: 'work-order';
  readonly kind: string;
  readonly due: Due;
}

/** The follow-up of a call, from the situations that came up in it. */
export type CallLeaves =
  | OrderLeft
  | { readonly what: 'call-back'; readonly due: Due }
  | { readonly what: 'warning' };

/**
 * One entry for each category: three scripts of one complaint make one work order. The last
 * situation decides the kind, unless it only closes; a completed step decides the deadline, which
 * may be shorter for a VIP.
 */
export function leftByCall(
  facts: Pick<CallFacts, 'met' | 'stepsDone' | 'knownAs'>,
  pack: Pack,
): readonly CallLeaves[] {
  const left = new Map<string, CallLeaves>();
  const met = [...facts.met].sort(([, one], [, other]) => one.pickedAt - other.pickedAt);
  for (const [id] of met) {
    const situation = pack.situations.find((one) => one.id === id);
    const { workOrder, callBack, warning } = situation?.followUp ?? {};
    if (situation !== undefined && workOrder !== undefined) {
      const { category } = kindOf(workOrder.kind, pack);
      const before = left.get(category);
      const order: OrderLeft =
        workOrder.asBefore && before?.what === 'work-order'
          ? before
          : { what: 'work-order', kind: workOrder.kind, due: dueOf(situation, workOrder.due, facts) };
      const isVip = facts.knownAs.includes('vip');
      left.set(category, { ...order, due: isVip ? shorter(order.due, workOrder.dueForVip) : order.due });
    }
    if (callBack !== undefined) left.set('call-back', { what: 'call-back', due: callBack });
    if (warning === true) left.set('warning', { what: 'warning' });
  }
  return [...left.values()];
}

function dueOf({ id, steps }: Situation, due: Due, { stepsDone }: Pick<CallFacts, 'stepsDone'>): Due {
  const done = steps.findLast((step) => stepsDone.has(`${id}/${step.id}`) && 'due' in step);
  return (done?.kind === 'do' ? done.due : undefined) ?? due;
}

/**
 * The earlier of two promises that count from now. An agreed time and the next shift stay as they
 * are.
 */
function shorter(due: Due, forVip: Due | undefined): Due {
  const lengths: readonly Due[] = ['supervisor', 'simple', 'complex'];
  const [at, wanted] = [lengths.indexOf(due), forVip === undefined ? -1 : lengths.indexOf(forVip)];
  return forVip !== undefined && wanted >= 0 && wanted < at ? forVip : due;
}
