import type { Instant } from '../../../calls/call-event.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import type { OrderRules } from '../../../rules/work-orders/order-rules.ts';
import { timeLimitEnd } from '../../../rules/work-orders/time-limit-end.ts';
import { fieldOfInstant } from './field-time.ts';
import type { OrderInHand } from './order-draft.ts';

/**
 * An order whose time is agreed with the caller begins with the time that the pack allows for it:
 * where nothing else was agreed, nothing has to be typed.
 */
export function withAgreedTime(inHand: OrderInHand, rules: OrderRules, now: Instant): OrderInHand {
  const { draft } = inHand;
  if (draft.promise !== 'agreed' || draft.agreedAt !== '') return inHand;
  const { deadlines, stages } = kindOf(draft.kind, rules);
  const ofOrder = deadlines.filter(({ from, runsFor }) => from === 'opened' && runsFor !== 'major');
  const limits = [...ofOrder, ...stages.slice(0, 1)].flatMap(({ within }) => within ?? []);
  if (limits.length === 0) return inHand;
  const dueAt = Math.min(...limits.map((within) => timeLimitEnd(within, now, rules)));
  return { ...inHand, draft: { ...draft, agreedAt: fieldOfInstant(dueAt) } };
}
