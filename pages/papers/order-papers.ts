import { i18n } from '#i18n';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { ComplaintRecord } from '../../contract/team/work-order-parts.ts';
import { clockLabel } from '../../rules/work-orders/clock-label.ts';
import { orderAt } from '../../rules/work-orders/order-at.ts';
import { readClock } from '../../rules/work-orders/order-clock.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { historyLines, ownerName } from '../panel/orders/order-history-lines.ts';
import { signText } from '../panel/orders/order-words.ts';
import { callerFields, kindFields, promisedFor, resultFields } from './order-fields.ts';
import { fieldsPart, type OrderPaper, type Paper, type PaperPart, tablePart } from './paper.ts';
import { moment, type PaperSources } from './paper-words.ts';

/** A paper about one order; null if it is not known. */
export function orderPaper(paper: OrderPaper, id: string, sources: PaperSources): Paper | null {
  const { orders, rules, now } = sources;
  const found = orders.orders.get(id);
  if (found === undefined) return null;
  const order = orderAt(found, now, rules);
  switch (paper) {
    case 'complaint-record':
      return complaintRecord(order, sources);
    case 'follow-up':
      return followUpSheet(order, sources);
    case 'sales-reply':
      return salesReply(order, sources);
  }
}

/** Handbook §4.1: everything that a record of a complaint holds. */
function complaintRecord(order: WorkOrder, sources: PaperSources): Paper {
  const { record } = order;
  return {
    ...paperOf('complaint-record', i18n.t('papers.complaintRecord'), order, sources),
    parts: [
      fieldsPart(i18n.t('papers.accepted'), [
        ...callerFields(order),
        ...kindFields(order, sources),
        [i18n.t('papers.matter'), order.matter],
        [i18n.t('papers.promised'), moment(promisedFor(order))],
      ]),
      fieldsPart(i18n.t('papers.details'), [
        ...RECORD_FIELDS.map((name): [string, Cell] => [i18n.t(`record.${name}`), record?.[name] ?? '']),
        [i18n.t('record.signs'), (record?.signs ?? []).map(signText).join('、')],
      ]),
      fieldsPart(i18n.t('papers.answer'), resultFields(order, sources)),
    ],
    signatures: [i18n.t('papers.signAgent'), i18n.t('papers.signSupervisor')],
  };
}

/** Handbook §4.2: the sheet of a level with those below it attached, the highest first. */
function followUpSheet(order: WorkOrder, sources: PaperSources): Paper {
  const { language } = sources;
  const levels = [order, ...ordersBelow(order, sources)];
  return {
    ...paperOf('follow-up', i18n.t('papers.followUp'), order, sources),
    parts: levels.flatMap((one, place) => {
      const named = { level: levels.length - place, kind: textIn(one.kind.name, language) };
      const title = place === 0 ? i18n.t('papers.level', named) : i18n.t('papers.attachedLevel', named);
      return levelParts(title, one, sources);
    }),
    signatures: [
      i18n.t('papers.signAgent'),
      i18n.t('papers.signDepartment'),
      i18n.t('papers.signSupervisor'),
    ],
  };
}

/**
 * What the sales department needs to know of the result. It leaves out what the record says about
 * the customer: mood, difficulty, why they are not satisfied.
 */
function salesReply(order: WorkOrder, sources: PaperSources): Paper {
  const { record } = order;
  return {
    ...paperOf('sales-reply', i18n.t('papers.salesReply'), order, sources),
    to: i18n.t('papers.toSales'),
    parts: [
      fieldsPart(i18n.t('papers.matter'), [
        [i18n.t('papers.issuedAt'), { at: sources.now }],
        ...callerFields(order),
        ...kindFields(order, sources),
        ...SALES_FIELDS.map((name): [string, Cell] => [i18n.t(`record.${name}`), record?.[name] ?? '']),
        [i18n.t('papers.matter'), order.matter],
        [i18n.t('record.requestedRemedy'), record?.requestedRemedy ?? ''],
      ]),
      tablePart(
        i18n.t('papers.findings'),
        [i18n.t('papers.time'), i18n.t('papers.stage'), i18n.t('papers.owner'), i18n.t('papers.remarks')],
        findings(order, sources),
      ),
      fieldsPart(i18n.t('papers.answer'), resultFields(order, sources)),
    ],
    signatures: [i18n.t('papers.signSupervisor'), i18n.t('papers.signSales')],
  };
}

const RECORD_FIELDS = [
  ...(['region', 'happenedAt', 'product', 'fault', 'model', 'serialNumber', 'quantity'] as const),
  ...(['deliveredOn', 'address', 'whatHappened', 'requestedRemedy', 'mood', 'checkedSoFar'] as const),
  ...(['whyNotSatisfied', 'difficulty'] as const),
] satisfies readonly (keyof ComplaintRecord)[];

const SALES_FIELDS = [
  ...(['region', 'product', 'model', 'serialNumber', 'quantity', 'deliveredOn', 'whatHappened'] as const),
] satisfies readonly (keyof ComplaintRecord)[];

function paperOf(
  paper: OrderPaper,
  title: string,
  { orderNumber, id }: WorkOrder,
  { timeZone }: PaperSources,
) {
  return { name: `${paper}-${orderNumber ?? id}`, title, to: '', timeZone };
}

function levelParts(title: string, order: WorkOrder, sources: PaperSources): readonly PaperPart[] {
  const { rules, language, now } = sources;
  const { workOrders } = rules;
  const lines = [...historyLines(order, { workOrders, language, now })].reverse();
  return [
    fieldsPart(title, [
      ...callerFields(order),
      ...kindFields(order, sources),
      [i18n.t('papers.product'), order.record?.product ?? ''],
      [i18n.t('papers.matter'), order.matter],
      [i18n.t('papers.promised'), moment(promisedFor(order))],
      ...resultFields(order, sources),
    ]),
    tablePart(
      `${title} · ${i18n.t('papers.course')}`,
      [i18n.t('papers.time'), i18n.t('papers.agent'), i18n.t('papers.done'), i18n.t('papers.remarks')],
      lines.map(({ at, by, text, remarks }) => [{ at }, by ?? i18n.t('orders.byClock'), text, remarks]),
    ),
    tablePart(
      `${title} · ${i18n.t('papers.clocks')}`,
      [i18n.t('papers.clocks'), i18n.t('papers.owner'), i18n.t('papers.dueAt'), i18n.t('papers.result')],
      order.clocks.map((clock) => [
        clockLabel(order, clock, i18n.t),
        ownerName(clock.owner, { workOrders, language }),
        { at: clock.dueAt },
        readingText(readClock(clock, now).state),
      ]),
    ),
  ];
}

function readingText(state: ReturnType<typeof readClock>['state']): string {
  switch (state) {
    case 'running':
    case 'warned':
      return i18n.t('papers.running');
    case 'kept':
      return i18n.t('orders.kept');
    case 'over':
    case 'missed':
      return i18n.t('orders.missed');
    case 'gone':
      return i18n.t('orders.gone');
  }
}

/** What each stage found, in the words with which it passed the order on. */
function findings(order: WorkOrder, { rules, language }: PaperSources): readonly (readonly Cell[])[] {
  return order.history.flatMap((entry): (readonly Cell[])[] => {
    if (entry.what !== 'event' || entry.event.type !== 'work-order-moved') return [];
    const stage = order.kind.stages.find(({ id }) => id === entry.stage);
    if (stage === undefined || entry.event.remarks === '') return [];
    const owner = ownerName(stage.owner, { workOrders: rules.workOrders, language });
    return [[{ at: entry.at }, textIn(stage.name, language), owner, entry.event.remarks]];
  });
}

/** The sheets below, the nearest first. */
function ordersBelow(order: WorkOrder, { orders, rules, now }: PaperSources): readonly WorkOrder[] {
  const below: WorkOrder[] = [];
  for (let id = order.follows; id !== null; ) {
    const one = orders.orders.get(id);
    if (one === undefined || one.id === order.id || below.some((known) => known.id === one.id)) break;
    below.push(orderAt(one, now, rules));
    id = one.follows;
  }
  return below;
}
