import type { Instant } from '../../calls/call-event.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { CallBack } from '../call-backs/fold-call-backs.ts';
import type { WorkOrder } from './work-order.ts';

/** A contact as the whole team knows it from its log: no note, no words. */
export interface LastContact {
  readonly at: Instant;
  /** Null for a call-back. */
  readonly category: ContactCategory | null;
  /** Agent number. */
  readonly by: string;
}

/** The last time when somebody of the team dealt with this number; null if nobody did. */
export function lastContactOf(
  number: string,
  orders: Iterable<WorkOrder>,
  callBacks: readonly CallBack[],
): LastContact | null {
  const form = numberForm(number);
  if (form === null) return null;
  const contacts: LastContact[] = [];
  for (const order of orders) {
    if (numberForm(order.number) !== form) continue;
    contacts.push({ at: order.openedAt, category: order.category, by: order.openedBy });
  }
  for (const callBack of callBacks) {
    if (numberForm(callBack.number) !== form) continue;
    contacts.push(...callBack.attempts.map(({ at, by }) => ({ at, category: null, by })));
  }
  return contacts.sort((one, other) => other.at - one.at)[0] ?? null;
}
