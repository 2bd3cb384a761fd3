import { i18n } from '#i18n';
import { dayAndTime } from '../../../components/format-time.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { sameValue } from '../../../contract/release/same-value.ts';
import type { WorkOrderEvent } from '../../../contract/team/team-event.ts';
import type { OrderHistoryEntry, WorkOrder } from '../../../rules/work-orders/work-order.ts';
import { factOf } from './fact-of.ts';
import { majorText, outcomeText, problemText } from './order-words.ts';
import type { HistoryLine } from './orders-view.ts';

interface Words {
  readonly workOrders: WorkOrders;
  readonly language: PackLanguage;
  readonly now: number;
}

/** The history of an order in words, newest first. */
export function historyLines(order: WorkOrder, words: Words): readonly HistoryLine[] {
  return order.history.map((entry) => lineOf(entry, order, words)).reverse();
}

function lineOf(entry: OrderHistoryEntry, order: WorkOrder, words: Words): HistoryLine {
  const { at } = entry;
  switch (entry.what) {
    case 'event':
      return {
        at,
        by: entry.event.by,
        text: eventText(entry.event, order, words),
        remarks: remarksOf(entry.event),
      };
    case 'passed-on': {
      const stages = { stage: stageName(order, entry.stage, words), to: stageName(order, entry.to, words) };
      return { at, by: null, text: i18n.t('orders.passedOn', stages), remarks: '' };
    }
    case 'major':
      return { at, by: null, text: i18n.t('orders.madeMajor', { why: majorText(entry.why) }), remarks: '' };
    case 'handed-up':
      return { at, by: null, text: i18n.t('orders.wentUp'), remarks: '' };
    case 'refused': {
      const { event, why } = entry;
      const text = i18n.t('orders.lost', { what: eventText(event, order, words), why: problemText(why) });
      const line = { at, by: event.by, text, remarks: remarksOf(event) };
      return order.status.state === 'open' && !isDoneSince(order, event) ? { ...line, lost: event.id } : line;
    }
  }
}

/** The same was written once more, and counted. */
function isDoneSince(order: WorkOrder, lost: WorkOrderEvent): boolean {
  const fact = factOf(lost);
  return order.history.some(
    (entry) => entry.what === 'event' && entry.at >= lost.at && sameValue(factOf(entry.event), fact),
  );
}

function eventText(event: WorkOrderEvent, order: WorkOrder, words: Words): string {
  switch (event.type) {
    case 'work-order-opened':
      return i18n.t('orders.opened');
    case 'work-order-moved': {
      const stage = stageName(order, event.to, words);
      return event.onBehalfOf === null
        ? i18n.t('orders.movedTo', { stage })
        : i18n.t('orders.movedFor', { stage, owner: ownerName(event.onBehalfOf, words) });
    }
    case 'work-order-returned':
      return i18n.t('orders.returned');
    case 'work-order-promised': {
      const time = dayAndTime(event.dueAt, words.now);
      return event.callerInformed
        ? i18n.t('orders.promisedInformed', { time })
        : i18n.t('orders.promisedUninformed', { time });
    }
    case 'work-order-answered':
      return event.accepted ? i18n.t('orders.answeredYes') : i18n.t('orders.answeredNo');
    case 'work-order-recorded':
      return i18n.t('orders.recorded');
    case 'work-order-remarked':
      return i18n.t('orders.remarked');
    case 'work-order-made-major':
      return i18n.t('orders.madeMajor', { why: majorText(event.why) });
    case 'work-order-copied':
      return i18n.t('orders.copied', { to: ownerName(event.to, words) });
    case 'work-order-closed':
      return i18n.t('orders.closedAs', { outcome: outcomeText(event.outcome) });
  }
}

function remarksOf(event: WorkOrderEvent): string {
  if (event.type === 'work-order-closed') return event.reason;
  return 'remarks' in event ? event.remarks : '';
}

function stageName({ kind }: WorkOrder, id: string, { language }: Words): string {
  return textIn(kind.stages.find((stage) => stage.id === id)?.name, language, id);
}

/** The id for an owner that the pack no longer names. */
export function ownerName(
  id: string,
  { workOrders, language }: Pick<Words, 'workOrders' | 'language'>,
): string {
  return textIn(workOrders.owners.find((owner) => owner.id === id)?.name, language, id);
}
