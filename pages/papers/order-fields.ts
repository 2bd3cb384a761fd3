import { i18n } from '#i18n';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { ownerName } from '../panel/orders/order-history-lines.ts';
import { majorText } from '../panel/orders/order-words.ts';
import { customerOf, type PaperSources, stateOf } from './paper-words.ts';

type Fields = readonly (readonly [label: string, cell: Cell])[];

export function callerFields(order: WorkOrder): Fields {
  return [
    [i18n.t('orders.orderNumber'), order.orderNumber ?? order.id],
    [i18n.t('papers.openedAt'), { at: order.openedAt }],
    [i18n.t('papers.openedBy'), order.openedBy],
    [i18n.t('papers.customer'), customerOf(order)],
    [i18n.t('papers.phone'), order.number],
  ];
}

export function kindFields({ kind, category, major }: WorkOrder, { language }: PaperSources): Fields {
  return [
    [i18n.t('note.category'), i18n.t(`note.categories.${category}`)],
    [i18n.t('papers.kind'), textIn(kind.name, language)],
    [i18n.t('papers.major'), major === null ? i18n.t('papers.no') : majorText(major.why)],
  ];
}

export function resultFields(order: WorkOrder, { rules, language }: PaperSources): Fields {
  const { status, stage, accepted } = order;
  const isClosed = status.state === 'closed';
  const owner = ownerName(stage.owner, { workOrders: rules.workOrders, language });
  const answered = order.history.findLast(
    (entry) => entry.what === 'event' && entry.event.type === 'work-order-answered',
  );
  const said =
    answered?.what === 'event' && answered.event.type === 'work-order-answered' ? answered.event.remarks : '';
  const isOpen = status.state === 'open';
  const stageFields: Fields = [
    [i18n.t('papers.stage'), textIn(stage.name, language)],
    [i18n.t('papers.owner'), owner],
  ];
  return [
    [i18n.t('papers.state'), stateOf(order)],
    ...(isOpen ? stageFields : []),
    [i18n.t('papers.closedAt'), isClosed ? { at: status.at } : null],
    [i18n.t('papers.reason'), isClosed ? status.reason : ''],
    [i18n.t('papers.callerAccepts'), acceptedText(accepted)],
    [i18n.t('papers.said'), said],
  ];
}

export function acceptedText(accepted: boolean | null): string {
  if (accepted === null) return '';
  return accepted ? i18n.t('papers.yes') : i18n.t('papers.no');
}

/** The promise that is in force, or the last one. */
export function promisedFor({ clocks }: WorkOrder) {
  return clocks.findLast(({ of }) => of.kind === 'answer')?.dueAt ?? null;
}
