import { i18n } from '#i18n';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { orderAt } from '../../rules/work-orders/order-at.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { ownerName } from '../panel/orders/order-history-lines.ts';
import { majorText } from '../panel/orders/order-words.ts';
import { acceptedText, promisedFor } from './order-fields.ts';
import { type Paper, tablePart } from './paper.ts';
import { customerOf, daysOf, moment, type SpanSources, stateOf } from './paper-words.ts';

/** Every work order that was opened in the span, whatever its category: a row each. */
export function orderRegister(
  span: FigureSpan,
  sources: SpanSources,
): Pick<Paper, 'title' | 'parts' | 'signatures'> {
  const { orders, rules, now } = sources;
  const opened = [...orders.orders.values()]
    .filter(({ openedAt }) => openedAt >= span.from && openedAt < span.to)
    .sort((one, other) => one.openedAt - other.openedAt)
    .map((order) => orderAt(order, now, rules));
  return {
    title: i18n.t('papers.orderRegister'),
    parts: [tablePart(daysOf(span), headings(), opened.map(rowOf(sources)))],
    signatures: [i18n.t('papers.signSupervisor')],
  };
}

function headings(): readonly string[] {
  return [
    ...[i18n.t('orders.orderNumber'), i18n.t('papers.openedAt'), i18n.t('papers.openedBy')],
    ...[i18n.t('papers.customer'), i18n.t('papers.phone'), i18n.t('note.category')],
    ...[i18n.t('papers.kind'), i18n.t('papers.major'), i18n.t('papers.product'), i18n.t('papers.subject')],
    ...[i18n.t('papers.stage'), i18n.t('papers.owner'), i18n.t('papers.promised')],
    ...[i18n.t('papers.state'), i18n.t('papers.closedAt'), i18n.t('papers.reason')],
    i18n.t('papers.callerAccepts'),
  ];
}

function rowOf({ rules, language }: SpanSources): (order: WorkOrder) => readonly Cell[] {
  return (order) => {
    const { status, stage, kind, major } = order;
    const isOpen = status.state === 'open';
    const isClosed = status.state === 'closed';
    const owner = ownerName(stage.owner, { workOrders: rules.workOrders, language });
    return [
      ...[order.orderNumber ?? order.id, { at: order.openedAt }, order.openedBy],
      ...[customerOf(order), order.number, i18n.t(`note.categories.${order.category}`)],
      ...[textIn(kind.name, language), major === null ? '' : majorText(major.why)],
      ...[order.record?.product ?? '', order.matter],
      ...[isOpen ? textIn(stage.name, language) : '', isOpen ? owner : '', moment(promisedFor(order))],
      ...[stateOf(order), isClosed ? { at: status.at } : null, isClosed ? status.reason : ''],
      acceptedText(order.accepted),
    ];
  };
}
