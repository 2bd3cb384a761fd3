import { numberForm } from '../../contract/numbers/number-form.ts';
import { matchOrderNumber } from '../../contract/team/order-number.ts';
import type { WorkOrder } from './work-order.ts';

/** A list nobody reads to its end. */
const MOST_FOUND = 50;
/** Shorter is a part of too many telephone numbers. */
const FEWEST_DIGITS = 4;

/** The orders whose number a search names, newest first; a whole number names one only. */
export function numberedOrders(orders: Iterable<WorkOrder>, typed: string): readonly WorkOrder[] {
  const named = [...orders].flatMap((order) => {
    const match = order.orderNumber === null ? null : matchOrderNumber(order.orderNumber, typed);
    return match === null ? [] : [{ order, match }];
  });
  const whole = named.filter(({ match }) => match === 'whole');
  const found = whole.length > 0 ? whole : named;
  return newestFirst(found.map(({ order }) => order)).slice(0, MOST_FOUND);
}

/** The orders that a search means, newest first: by their number, or by what the caller said. */
export function findOrders(orders: Iterable<WorkOrder>, typed: string): readonly WorkOrder[] {
  const query = typed.trim();
  if (query === '') return [];
  const all = [...orders];
  const numbered = numberedOrders(all, query);
  if (numbered.some(({ orderNumber }) => matchOrderNumber(orderNumber ?? '', query) === 'whole')) {
    return numbered;
  }
  const others = all.filter((order) => !numbered.includes(order) && isAbout(order, query));
  return [...numbered, ...newestFirst(others)].slice(0, MOST_FOUND);
}

function isAbout({ number, surname, matter }: WorkOrder, query: string): boolean {
  const form = numberForm(query) ?? '';
  if (form.length >= FEWEST_DIGITS && (numberForm(number) ?? '').includes(form)) return true;
  const text = query.normalize('NFKC').toLowerCase();
  return [surname, matter].some((one) => one.normalize('NFKC').toLowerCase().includes(text));
}

function newestFirst(orders: readonly WorkOrder[]): readonly WorkOrder[] {
  return [...orders].sort((one, other) => other.openedAt - one.openedAt);
}
