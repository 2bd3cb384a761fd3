import { i18n } from '#i18n';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import type { ReviewedNote } from '../../../contract/api/review/reviewed-note.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { ContactFigures } from '../../../rules/figures/contact-figures.ts';
import type { FigureSpan } from '../../../rules/figures/figure-span.ts';
import { csv } from '../../../storage/notes/csv.ts';
import { EXPORT_COLUMNS, exportCells } from '../../../storage/notes/export-notes.ts';
import { localStamp } from '../../../storage/notes/local-stamp.ts';
import type { TallyView, TeamFiguresView } from '../../figures/figures-view.ts';

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

type Format = 'csv' | 'json';

/** The figures of a span as numbers. The file does not say which calls they count. */
export function figuresFile(
  figures: {
    readonly span: FigureSpan;
    readonly contact: ContactFigures;
    readonly team: TeamFiguresView;
    readonly titles: ReadonlyMap<string, string>;
  },
  format: Format,
): ReportFile {
  const rows = figureRows(figures);
  const { firstDay, lastDay } = figures.span;
  const heading = [i18n.t('lead.exports.part'), i18n.t('lead.exports.name'), i18n.t('lead.exports.value')];
  const text =
    format === 'csv'
      ? csv([heading, ...rows.map((row) => row.map(String))])
      : JSON.stringify(
          { firstDay, lastDay, figures: rows.map(([part, name, value]) => ({ part, name, value })) },
          null,
          2,
        );
  return file(`figures-${firstDay}-${lastDay}`, format, text);
}

/** Notes of the whole team, each with its agent, at the times of `timeZone`. */
export function notesFile(
  notes: readonly ReviewedNote[],
  span: FigureSpan,
  format: Format,
  timeZone: string,
): ReportFile {
  const cells = exportCells(localStamp(timeZone), outcomeText);
  const heading = [
    i18n.t('lead.review.agent'),
    ...EXPORT_COLUMNS.map((column) => i18n.t(`records.column.${column}`)),
  ];
  const text =
    format === 'csv'
      ? csv([heading, ...notes.map(({ by, note }) => [by, ...cells(note)])])
      : JSON.stringify(notes, null, 2);
  return file(`team-notes-${span.firstDay}-${span.lastDay}`, format, text);
}

function file(name: string, format: Format, text: string): ReportFile {
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  return { name: `${name}.${format}`, type, text };
}

type Row = readonly [part: string, name: string, value: number];

function figureRows({ span, contact, team, titles }: Parameters<typeof figuresFile>[0]): readonly Row[] {
  const calls = i18n.t('lead.exports.calls');
  const { inTime, settledFirst, satisfied, meanTalkMs, categories } = contact;
  const tally = (part: string, rows: readonly TallyView[]) =>
    rows.map(({ name, counted }): Row => [part, name, counted.length]);
  const hours = (start: number) => {
    const at = new Date(start);
    return span.kind === 'day' ? `${at.getHours()}:00` : `${at.getMonth() + 1}-${at.getDate()}`;
  };
  return [
    [calls, i18n.t('figures.inbound'), contact.inbound.length],
    [calls, i18n.t('lead.exports.answered'), inTime.of.length],
    [calls, i18n.t('figures.inTime'), inTime.counted.length],
    [calls, i18n.t('figures.missed'), contact.missed.length],
    [calls, i18n.t('lead.exports.settledAsked'), settledFirst.of.length],
    [calls, i18n.t('figures.settled'), settledFirst.counted.length],
    [calls, i18n.t('lead.exports.satisfiedAsked'), satisfied.of.length],
    [calls, i18n.t('figures.satisfied'), satisfied.counted.length],
    [calls, i18n.t('figures.outbound'), contact.outbound.length],
    [calls, i18n.t('figures.walkIns'), contact.walkIns.length],
    [calls, i18n.t('figures.earlyHangUps'), contact.earlyHangUps.length],
    ...(meanTalkMs === null
      ? []
      : [[calls, i18n.t('lead.exports.meanTalkSeconds'), Math.round(meanTalkMs / 1000)] as const]),
    ...contactCategorySchema.options.map(
      (category): Row => [
        i18n.t('note.category'),
        i18n.t(`note.categories.${category}`),
        categories[category].length,
      ],
    ),
    ...contact.course.flatMap(({ start, inTime, late, missed }): Row[] => [
      [i18n.t('figures.answeredInTime'), hours(start), inTime],
      [i18n.t('figures.answeredLate'), hours(start), late],
      [i18n.t('figures.missed'), hours(start), missed],
    ]),
    ...contact.situations.map(
      ({ situation, counted }): Row => [
        i18n.t('figures.situations'),
        titles.get(situation) ?? situation,
        counted.length,
      ],
    ),
    ...contact.unreached.map(
      ({ end, counted }): Row => [i18n.t('figures.unreached'), outcomeText(end), counted.length],
    ),
    ...contact.hotlines.map(
      ({ name, counted }): Row => [
        i18n.t('figures.hotlines'),
        textIn(name, i18n.t('language')),
        counted.length,
      ],
    ),
    ...tally(i18n.t('figures.complaintsByKind'), team.complaintsByKind),
    ...tally(i18n.t('figures.complaintsByState'), team.complaintsByState),
    ...tally(i18n.t('figures.clocks'), team.clocks),
    ...tally(i18n.t('figures.harassmentByHour'), team.harassmentByHour),
    ...tally(i18n.t('figures.harassmentBySource'), team.harassmentBySource),
  ];
}
