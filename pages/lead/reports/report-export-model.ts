import { type Signal, signal } from '@preact/signals';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { openHoursOf } from '../../../rules/work-orders/open-hours.ts';
import type { FiguresView } from '../../figures/figures-view.ts';
import { zoneOf } from '../../session/zone-of.ts';
import { countedNote } from '../frame/team-notes.ts';
import { gapOf, type TeamSession } from '../frame/team-session.ts';
import { ReviewServer } from '../review/review-server.ts';
import type { ReportExportAction, ReportExportView } from './report-export-view.ts';
import { figuresFile, notesFile } from './report-file.ts';

interface ExportParts {
  readonly session: TeamSession;
  readonly pack: Pack;
  readonly shown: () => FiguresView;
  /** Downloads the file. */
  readonly save: (file: ExportFile) => void;
}

/**
 * Exports the span on screen. The data is requested again, so that the server records the export.
 */
export class ReportExportModel {
  readonly view: Signal<ReportExportView> = signal({ state: 'nothing' });
  readonly #parts: ExportParts;

  constructor(parts: ExportParts) {
    this.#parts = parts;
  }

  /** Another span is on screen: the result of the last export does not apply to it. */
  forget(): void {
    this.view.value = { state: 'nothing' };
  }

  readonly act = async (action: ReportExportAction): Promise<void> => {
    const { session, pack, shown, save } = this.#parts;
    const figures = shown();
    const server = await session.server();
    if (server === null || figures.state !== 'open') return;
    this.view.value = { state: 'busy' };
    const { span, team, situationTitles: titles } = figures;
    const review = new ReviewServer(server.link);
    const answer = await (action.do === 'export-notes'
      ? review.exportNotes(span.from, span.to, action.full)
      : review.exportFigures(span.from, span.to));
    if (!answer.ok) {
      const why = answer.reason;
      this.view.value = why === 'too-large' ? { state: why } : { state: 'refused', why: gapOf(why) };
      return;
    }
    const { notes } = answer.value;
    const contact = contactFigures(
      notes.map(countedNote),
      span,
      pack.settings.ringLimit,
      openHoursOf(pack, zoneOf(pack)),
    );
    const file = await (action.do === 'export-notes'
      ? notesFile(notes, span, action.format, zoneOf(pack))
      : figuresFile({ span, contact, team, titles, timeZone: zoneOf(pack) }, action.format));
    save(file);
    this.view.value = { state: 'done', name: file.name };
  };
}
