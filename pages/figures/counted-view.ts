import { isWithheld } from '../../calls/numbers/withheld.ts';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';
import type { CallBack } from '../../rules/call-backs/fold-call-backs.ts';
import type { CountedNote } from '../../rules/figures/caller-calls.ts';
import type { CountedClock } from '../../rules/figures/order-figures.ts';
import type { Warning } from '../../rules/warnings/fold-warnings.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import type { CountedView } from './figures-view.ts';

/** Characters of a text in the list behind a figure. */
const TEXT_LENGTH = 80;

export function countedCall({ id, createdAt, contact, surname, text, by, caller }: CountedNote): CountedView {
  const number = contact.kind === 'call' ? contact.number : '';
  const counted = { id, at: createdAt, text: shortText(text) };
  if (by === undefined) return { ...counted, caller: callerOf(number, surname) };
  return { ...counted, caller: caller?.masked ?? '', agent: by, note: id };
}

export function countedOrder({ id, openedAt, number, surname, matter }: WorkOrder): CountedView {
  return { id, at: openedAt, caller: callerOf(number, surname), text: shortText(matter) };
}

/** Listed at the time when it was planned. */
export function countedCallBack({ id, plannedAt, number, surname, matter }: CallBack): CountedView {
  return { id, at: plannedAt, caller: callerOf(number, surname), text: shortText(matter) };
}

/** Listed at the time when it was due. */
export function countedClock({ order, clock }: CountedClock): CountedView {
  return { ...countedOrder(order), id: clock.id, at: clock.dueAt };
}

export function countedWarning({ id, calledAt, number, remarks }: Warning): CountedView {
  return { id, at: calledAt, caller: callerOf(number, ''), text: shortText(remarks) };
}

function callerOf(number: string, surname: string): string {
  return [isWithheld(number) ? '' : maskNumber(number), surname].filter((part) => part !== '').join(' ');
}

function shortText(text: string): string {
  return maskText(text).slice(0, TEXT_LENGTH);
}
