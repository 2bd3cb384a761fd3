import { i18n } from '#i18n';
import { maskNumber } from '../../contract/numbers/mask.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { orderFigures } from '../../rules/figures/order-figures.ts';
import { orderAt } from '../../rules/work-orders/order-at.ts';
import type { WorkOrder } from '../../rules/work-orders/work-order.ts';
import { stateText } from '../figures/complaint-state-text.ts';
import { ownerName } from '../panel/orders/order-history-lines.ts';
import { callBackRecord, callBackSummary } from './call-back-papers.ts';
import { acceptedText } from './order-fields.ts';
import { orderRegister } from './order-register.ts';
import { fieldsPart, type Paper, type SpanPaper, tablePart } from './paper.ts';
import { customerOf, daysOf, type SpanSources, stateOf } from './paper-words.ts';

/** A paper about a day, week or month. */
export function spanPaper(paper: SpanPaper, span: FigureSpan, sources: SpanSources): Paper {
  const { firstDay, lastDay } = span;
  const made = {
    name: `${paper}-${firstDay}${lastDay === firstDay ? '' : `-${lastDay}`}`,
    ...{ to: '', timeZone: sources.timeZone },
  };
  switch (paper) {
    case 'complaint-statistics':
      return { ...made, ...complaintStatistics(span, sources) };
    case 'order-register':
      return { ...made, ...orderRegister(span, sources) };
    case 'call-back-record':
      return { ...made, ...callBackRecord(span, sources) };
    case 'call-back-summary':
      return { ...made, ...callBackSummary(span, sources) };
  }
}

type Contents = Pick<Paper, 'title' | 'parts' | 'signatures'>;

function complaintStatistics(span: FigureSpan, sources: SpanSources): Contents {
  const { language, now, rules } = sources;
  const orders = [...sources.orders.orders.values()].map((order) => orderAt(order, now, rules));
  const { byKind, byState, byOwner, clocksKept, clocksMissed } = orderFigures(orders, span, now);
  const complaints = byState
    .flatMap(({ counted }) => counted)
    .sort((one, other) => one.openedAt - other.openedAt);
  const count = (isMeant: (order: WorkOrder) => boolean) => complaints.filter(isMeant).length;
  return {
    title: i18n.t(span.kind === 'week' ? 'papers.complaintWeek' : 'papers.complaintSpan'),
    parts: [
      fieldsPart(i18n.t('papers.summary'), [
        [i18n.t('papers.span'), daysOf(span)],
        [i18n.t('papers.opened'), complaints.length],
        [i18n.t('papers.closed'), count(({ status }) => status.state === 'closed')],
        [i18n.t('papers.open'), count(({ status }) => status.state !== 'closed')],
        [i18n.t('papers.major'), count(({ major }) => major !== null)],
        [i18n.t('papers.satisfied'), count(({ accepted }) => accepted === true)],
        [i18n.t('papers.notSatisfied'), count(({ accepted }) => accepted === false)],
        [i18n.t('papers.kept'), clocksKept.length],
        [i18n.t('papers.missed'), clocksMissed.length],
      ]),
      tablePart(
        i18n.t('papers.byKind'),
        [i18n.t('papers.kind'), i18n.t('papers.count'), i18n.t('papers.closed'), i18n.t('papers.major')],
        byKind.map(({ kind, counted }) => [
          textIn(kind.name, language),
          counted.length,
          counted.filter(({ status }) => status.state === 'closed').length,
          counted.filter(({ major }) => major !== null).length,
        ]),
      ),
      tablePart(
        i18n.t('papers.byState'),
        [i18n.t('papers.state'), i18n.t('papers.count')],
        byState.map(({ state, counted }) => [stateText(state), counted.length]),
      ),
      tablePart(
        i18n.t('papers.byOwner'),
        [i18n.t('papers.owner'), i18n.t('papers.kept'), i18n.t('papers.missed')],
        byOwner.map(({ owner, kept, missed }) => [nameOf(owner, sources), kept.length, missed.length]),
      ),
      tablePart(i18n.t('papers.register'), registerHeadings(), complaints.map(registerRow(sources))),
    ],
    signatures: [i18n.t('papers.signSupervisor')],
  };
}

function registerHeadings(): readonly string[] {
  return [
    ...[i18n.t('orders.orderNumber'), i18n.t('papers.openedAt'), i18n.t('papers.customer')],
    ...[i18n.t('papers.phone'), i18n.t('papers.kind'), i18n.t('papers.product'), i18n.t('papers.matter')],
    ...[i18n.t('papers.owner'), i18n.t('papers.state'), i18n.t('papers.closedAt')],
    i18n.t('papers.callerAccepts'),
  ];
}

/** Statistics need no number that can be dialled: it is masked. */
function registerRow(sources: SpanSources): (order: WorkOrder) => readonly Cell[] {
  return (order) => {
    const { status, kind, record, matter, openedAt, accepted, stage } = order;
    const isClosed = status.state === 'closed';
    return [
      ...[order.orderNumber, { at: openedAt }, customerOf(order), maskNumber(order.number)],
      ...[textIn(kind.name, sources.language), record?.product ?? '', matter],
      status.state === 'open' ? nameOf(stage.owner, sources) : '',
      stateOf(order),
      isClosed ? { at: status.at } : null,
      acceptedText(accepted),
    ];
  };
}

function nameOf(owner: string, { rules, language }: SpanSources): string {
  return ownerName(owner, { workOrders: rules.workOrders, language });
}
