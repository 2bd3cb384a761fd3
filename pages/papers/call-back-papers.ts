import { i18n } from '#i18n';
import type { Cell } from '../../contract/table/table.ts';
import type { CallBack } from '../../rules/call-backs/fold-call-backs.ts';
import { callBackFigures } from '../../rules/figures/call-back-figures.ts';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { callBackRows } from '../figures/call-back-rows.ts';
import { shareText } from '../figures/share-text.ts';
import { outcomeWord } from '../panel/call-backs/outcome-word.ts';
import { fieldsPart, type Paper, tablePart } from './paper.ts';
import { customerOf, daysOf, moment, type SpanSources } from './paper-words.ts';

type Contents = Pick<Paper, 'title' | 'parts' | 'signatures'>;

/** Handbook §5.2: call-backs are recorded completely. A row for each attempt. */
export function callBackRecord(span: FigureSpan, sources: SpanSources): Contents {
  const isIn = (at: number) => at >= span.from && at < span.to;
  const rows = sources.callBacks.flatMap((callBack) => {
    const attempts = callBack.attempts.filter(({ at }) => isIn(at));
    const made = attempts.map((attempt) => ({
      at: attempt.at,
      row: [
        ...callBackCells(callBack, sources),
        ...[{ at: attempt.at }, attempt.by, outcomeWord(attempt.outcome), attempt.remarks],
      ],
    }));
    if (made.length > 0 || !(isIn(callBack.plannedAt) || isIn(callBack.dueAt))) return made;
    if (callBack.attempts.length > 0) return [];
    const row = [...callBackCells(callBack, sources), null, null, notMadeText(callBack), null];
    return [{ at: callBack.dueAt, row }];
  });
  return {
    title: i18n.t('papers.callBackRecord'),
    parts: [
      tablePart(
        daysOf(span),
        [
          ...[i18n.t('papers.customer'), i18n.t('papers.phone'), i18n.t('papers.subject')],
          ...[i18n.t('orders.orderNumber'), i18n.t('papers.vip'), i18n.t('papers.agreed')],
          ...[i18n.t('papers.plannedBy'), i18n.t('papers.dueAt'), i18n.t('papers.calledAt')],
          ...[i18n.t('papers.agent'), i18n.t('papers.result'), i18n.t('papers.said')],
        ],
        rows.sort((one, other) => one.at - other.at).map(({ row }) => row),
      ),
    ],
    signatures: [i18n.t('papers.signCaller'), i18n.t('papers.signSupervisor')],
  };
}

function callBackCells(callBack: CallBack, { orders }: SpanSources): readonly Cell[] {
  const { number, matter, order, vip, first, plannedBy } = callBack;
  const yes = (is: boolean) => (is ? i18n.t('papers.yes') : '');
  const numbered = order === null ? null : (orders.orders.get(order)?.orderNumber ?? null);
  return [
    ...[customerOf(callBack), number, matter, numbered, yes(vip), yes(first.agreed), plannedBy],
    moment(first.dueAt),
  ];
}

function notMadeText({ state }: CallBack): string {
  if (state.state !== 'dropped') return i18n.t('papers.notMade');
  return i18n.t('papers.dropped', { reason: state.reason });
}

export function callBackSummary(span: FigureSpan, sources: SpanSources): Contents {
  const { settings } = sources.pack;
  const figures = callBackFigures(sources.callBacks, span, settings, sources.now);
  const refused = figures.byAgent.flatMap(({ attempts }) =>
    attempts.filter(({ attempt }) => attempt.outcome === 'not-satisfied'),
  );
  return {
    title: i18n.t('papers.callBackSummary'),
    parts: [
      fieldsPart(i18n.t('papers.summary'), [
        [i18n.t('papers.span'), daysOf(span)],
        ...callBackRows(figures, settings.callBackWithinDays).map(({ name, counted, of }): [string, Cell] => [
          name,
          of === undefined ? counted.length : shareText(counted.length, of),
        ]),
      ]),
      tablePart(
        i18n.t('papers.byAgent'),
        [i18n.t('papers.agent'), i18n.t('papers.attempts'), ...OUTCOMES.map(outcomeWord)],
        figures.byAgent.map(({ agent, attempts }) => [
          agent,
          attempts.length,
          ...OUTCOMES.map((one) => attempts.filter(({ attempt }) => attempt.outcome === one).length),
        ]),
      ),
      tablePart(
        i18n.t('papers.toImprove'),
        [
          ...[i18n.t('papers.calledAt'), i18n.t('papers.customer'), i18n.t('papers.subject')],
          ...[i18n.t('papers.agent'), i18n.t('papers.said')],
        ],
        refused.map(({ callBack, attempt }) => [
          ...[{ at: attempt.at }, customerOf(callBack), callBack.matter, attempt.by, attempt.remarks],
        ]),
      ),
    ],
    signatures: [i18n.t('papers.signSupervisor')],
  };
}

const OUTCOMES = ['satisfied', 'not-satisfied', 'not-reached', 'asked-for-later'] as const;
