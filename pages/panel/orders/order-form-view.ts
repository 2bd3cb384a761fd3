import { i18n } from '#i18n';
import { numberForm } from '../../../contract/numbers/number-form.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { OfferedPromise } from '../../../rules/work-orders/offered-promises.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { type OrderInHand, promiseId } from './order-draft.ts';
import { orderItem } from './order-page-view.ts';
import type { OrderService } from './order-service.ts';
import type { OrderFormView } from './orders-view.ts';

/** How many earlier faults are offered. */
const FAULTS_OFFERED = 30;

export function orderFormView(
  orderService: OrderService,
  { draft, follows, callerKnown }: OrderInHand,
  offered: readonly OfferedPromise[],
  problem: OrderFormView['problem'],
  now: number,
): OrderFormView {
  const { rules } = orderService;
  const words = orderService.words(now);
  const kind = kindOf(draft.kind, rules);
  const below = follows === null ? undefined : orderService.state.orders.get(follows);
  const kinds = rules.workOrders.kinds.filter(({ id, opens }) =>
    follows === null ? opens : id === draft.kind,
  );
  return {
    page: 'form',
    draft,
    callerKnown,
    kinds: kinds.map(({ id, name }) => ({ id, label: textIn(name, words.language) })),
    promises: offered.map((one) => ({ id: promiseId(one), label: promiseText(one), dueAt: one.dueAt })),
    now,
    asksRecord: kind.record,
    faults: faultsOf(orderService),
    sameFault: sameFault(orderService, draft),
    batchAt: rules.workOrders.major.batchCustomers,
    follows: below === undefined ? null : orderItem(orderAt(below, now, rules), words),
    problem,
  };
}

function promiseText({ by, amount: count }: OfferedPromise): string {
  switch (by) {
    case 'supervisor':
      return i18n.t('orders.minutes', { count });
    case 'simple':
    case 'complex':
      return i18n.t('orders.hoursOnly', { count });
    case 'working-days':
      return i18n.t('orders.workingDays', { count });
    case 'next-shift':
      return i18n.t('orders.nextShift');
  }
}

/** Newest first, without repeats. */
function faultsOf({ state }: OrderService): readonly string[] {
  const faults = [...state.orders.values()]
    .sort((one, other) => other.openedAt - one.openedAt)
    .flatMap(({ record }) => (record === null || record.fault === '' ? [] : [record.fault]));
  return [...new Set(faults)].slice(0, FAULTS_OFFERED);
}

/** How many customers have this product and fault, including the draft's. */
function sameFault({ state }: OrderService, { fault, product, number }: OrderInHand['draft']): number {
  const word = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  if (word(fault) === '') return 0;
  const customers = [...state.orders.values()]
    .filter(
      ({ record }) =>
        record !== null && word(record.fault) === word(fault) && word(record.product) === word(product),
    )
    .map((order) => numberForm(order.number));
  return new Set([...customers, numberForm(number)].filter((customer) => customer !== null)).size;
}
