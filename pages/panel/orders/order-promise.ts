import type { Instant } from '../../../calls/call-event.ts';
import { type OfferedPromise, offeredPromises } from '../../../rules/work-orders/offered-promises.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import type { OrderRules } from '../../../rules/work-orders/order-rules.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import { withAgreedTime } from './agreed-time.ts';
import { type OrderInHand, promisesFor, withKeptPromise } from './order-draft.ts';

interface PromiseSources {
  readonly page: Pick<PanelPage, 'pack' | 'context'>;
  readonly rules: OrderRules;
}

/** The promises that can be chosen for this order. */
export function promisesOffered(
  inHand: OrderInHand,
  { pack, context }: PromiseSources['page'],
  now: Instant,
): readonly OfferedPromise[] {
  return promisesFor(inHand, (at) => offeredPromises(pack, at, context().utcOffsetMinutes), now);
}

/** With the promise that can be kept, and its time. */
export function withPromise(inHand: OrderInHand, { page, rules }: PromiseSources, now: Instant): OrderInHand {
  return withAgreedTime(withKeptPromise(inHand, promisesOffered(inHand, page, now)), rules, now);
}

/** Another kind brings its own promise, unless one was said to the caller or chosen. */
export function withEdit(
  inHand: OrderInHand,
  patch: Partial<OrderInHand['draft']>,
  sources: PromiseSources,
  now: Instant,
): OrderInHand {
  const { draft, said } = inHand;
  const changed = { ...inHand, draft: { ...draft, ...patch } };
  const usual = (kind: string) => kindOf(kind, sources.rules).promise ?? '';
  const isChosen = said !== null || patch.promise !== undefined || draft.promise !== usual(draft.kind);
  if (patch.kind === undefined || patch.kind === draft.kind || isChosen) return changed;
  const promise = usual(patch.kind);
  return withPromise({ ...changed, draft: { ...changed.draft, promise, agreedAt: '' } }, sources, now);
}
