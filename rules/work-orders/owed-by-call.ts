import type { FollowUp } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CallFacts } from '../call-facts.ts';
import { kindOf } from './open-order.ts';

type Due = NonNullable<FollowUp['workOrder']>['due'];

/** What a call leaves to be done: by the situations that came up in it. */
export type CallLeaves =
  | { readonly what: 'work-order'; readonly kind: string; readonly due: Due }
  | { readonly what: 'call-back'; readonly due: Due }
  | { readonly what: 'warning' };

/**
 * One entry for each family of contact: three scripts of one complaint leave one work order. The situation that came up last
 * says which kind; a step that was taken says by which clock.
 */
export function leftByCall(facts: Pick<CallFacts, 'met' | 'stepsTaken'>, pack: Pack): readonly CallLeaves[] {
  const left = new Map<string, CallLeaves>();
  const met = [...facts.met].sort(([, one], [, other]) => one.pickedAt - other.pickedAt);
  for (const [id] of met) {
    const situation = pack.situations.find((one) => one.id === id);
    const { workOrder, callBack, warning } = situation?.followUp ?? {};
    if (workOrder !== undefined) {
      const steps = situation?.steps ?? [];
      const taken = steps.findLast((step) => facts.stepsTaken.has(`${id}/${step.id}`) && 'due' in step);
      const due = (taken?.kind === 'do' ? taken.due : undefined) ?? workOrder.due;
      left.set(kindOf(workOrder.kind, pack).family, { what: 'work-order', kind: workOrder.kind, due });
    }
    if (callBack !== undefined) left.set('call-back', { what: 'call-back', due: callBack });
    if (warning === true) left.set('warning', { what: 'warning' });
  }
  return [...left.values()];
}
