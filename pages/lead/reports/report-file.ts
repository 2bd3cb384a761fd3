import { i18n } from '#i18n';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import { clockOf, shortDay } from '../../../components/shown-time.ts';
import type { ReviewedNote } from '../../../contract/api/review/reviewed-note.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import { type ExportFile, type ExportFormat, exportFile } from '../../../contract/table/export-file.ts';
import type { ContactFigures } from '../../../rules/figures/contact-figures.ts';
import type { FigureSpan } from '../../../rules/figures/figure-span.ts';
import { localTime } from '../../../rules/time/local-time.ts';
import { noteCells, noteHeadings } from '../../../storage/notes/export-notes.ts';
import type { TallyView, TeamFiguresView } from '../../figures/figures-view.ts';
import { noteTableWords } from '../../session/note-table-words.ts';

/** The figures of a span as numbers. The file does not say which calls they count. */
export async function figuresFile(
  figures: {
    readonly span: FigureSpan;
    readonly contact: ContactFigures;
    readonly team: TeamFiguresView;
    readonly titles: ReadonlyMap<string, string>;
    /** Of the team. */
    readonly timeZone: string;
  },
  format: ExportFormat,
): Promise<ExportFile> {
  const { firstDay, lastDay } = figures.span;
  const rows = figureRows(figures);
  const headings = [i18n.t('lead.exports.part'), i18n.t('lead.exports.name'), i18n.t('lead.exports.value')];
  return await exportFile(
    {
      name: `figures-${firstDay}-${lastDay}`,
      table: { headings, rows, timeZone: figures.timeZone },
      records: { firstDay, lastDay, figures: rows.map(([part, name, value]) => ({ part, name, value })) },
    },
    format,
  );
}

/** Notes of the whole team, each with its agent, at the times of `timeZone`. */
export async function notesFile(
  notes: readonly ReviewedNote[],
  span: FigureSpan,
  format: ExportFormat,
  timeZone: string,
): Promise<ExportFile> {
  const cells = noteCells(noteTableWords);
  const headings = [i18n.t('lead.review.agent'), ...noteHeadings(noteTableWords)];
  const rows = notes.map(({ by, note }) => [by, ...cells(note)]);
  const name = `team-notes-${span.firstDay}-${span.lastDay}`;
  return await exportFile({ name, table: { headings, rows, timeZone }, records: notes }, format);
}

type Row = readonly [part: string, name: string, value: number];

function figureRows({
  span,
  contact,
  team,
  titles,
  timeZone,
}: Parameters<typeof figuresFile>[0]): readonly Row[] {
  const calls = i18n.t('lead.exports.calls');
  const { inTime, settledFirst, satisfied, meanTalkMs, categories } = contact;
  const tally = (part: string, rows: readonly TallyView[]) =>
    rows.map(({ name, counted }): Row => [part, name, counted.length]);
  const hours = (start: number) => {
    const { minuteOfDay, day } = localTime(start, timeZone);
    return span.kind === 'day' ? clockOf(minuteOfDay) : shortDay(day);
  };
  return [
    [calls, i18n.t('figures.inbound'), contact.inbound.length],
    [calls, i18n.t('lead.exports.answered'), inTime.of.length],
    [calls, i18n.t('figures.inTime'), inTime.counted.length],
    [calls, i18n.t('figures.answeredLate'), contact.answeredLate.length],
    [calls, i18n.t('figures.missed'), contact.missed.length],
    [calls, i18n.t('figures.refused'), contact.refused.length],
    [calls, i18n.t('figures.outsideHours'), contact.outsideHours.length],
    [calls, i18n.t('lead.exports.offered'), contact.offered.length],
    [calls, i18n.t('lead.exports.connectedOut'), contact.connectedOut.counted.length],
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
    ...contact.topics.map(({ topic, counted }): Row => [i18n.t('figures.topics'), topic, counted.length]),
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
    ...tally(i18n.t('figures.clocksByOwner'), team.clocksByOwner),
    ...tally(i18n.t('figures.callBacks'), team.callBacks),
    ...tally(i18n.t('figures.harassmentByHour'), team.harassmentByHour),
    ...tally(i18n.t('figures.harassmentBySource'), team.harassmentBySource),
  ];
}
