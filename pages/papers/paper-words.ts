import { i18n } from '#i18n';
import type { Instant } from '../../calls/call-event.ts';
import { addressOf } from '../../components/caller-name.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { CallBack } from '../../rules/call-backs/fold-call-backs.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import type { WorkOrderState } from '../../rules/work-orders/fold-work-orders.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { statusText } from '../panel/orders/order-words.ts';

/** What a paper is written from. */
export interface PaperSources {
  readonly orders: WorkOrderState;
  readonly rules: OrderRules;
  readonly pack: Pack;
  readonly language: PackLanguage;
  readonly timeZone: string;
  readonly now: Instant;
}

export type SpanSources = PaperSources & { readonly callBacks: readonly CallBack[] };

export function customerOf({ surname, title }: Pick<WorkOrder, 'surname' | 'title'>): string {
  return addressOf(surname, title) ?? '';
}

/** How far an order is, for a reader who does not see the panel. */
export function stateOf({ status }: WorkOrder): string {
  if (status.state === 'open') return i18n.t('papers.open');
  return statusText(status.state === 'closed' ? status.outcome : status.state);
}

export function moment(at: Instant | null | undefined): Cell {
  return at === null || at === undefined ? null : { at };
}

export function daysOf({ firstDay, lastDay }: FigureSpan): string {
  return firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`;
}
