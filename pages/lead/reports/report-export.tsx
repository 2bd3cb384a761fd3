import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ExportOptions } from '../../../components/records/export-options.tsx';
import type { ExportFormat } from '../../../contract/table/export-file.ts';
import { gapWords } from '../review/asked-note.tsx';
import type { ReportExportAction, ReportExportView } from './report-export-view.ts';
import '../review/review.css';

interface ReportExportProps {
  readonly view: ReportExportView;
  /** Not everybody who may see figures may take notes along. */
  readonly withNotes: boolean;
  readonly act: (action: ReportExportAction) => void;
}

/** Exports the span on screen: its figures, or the notes behind them. The server records both. */
export function ReportExport({ view, withNotes, act }: ReportExportProps) {
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [full, setFull] = useState(false);
  const busy = view.state === 'busy';
  return (
    <section class="review__export">
      <h2>{i18n.t('records.export')}</h2>
      <ExportOptions
        format={format}
        onFormat={setFormat}
        inFull={withNotes ? full : null}
        onInFull={setFull}
      />
      <p class="records__notice">{i18n.t('lead.exports.onRecord')}</p>
      <div class="lead-row">
        <Button disabled={busy} onPress={() => act({ do: 'export-figures', format })}>
          {i18n.t('lead.exports.figures')}
        </Button>
        {withNotes && (
          <Button disabled={busy} onPress={() => act({ do: 'export-notes', format, full })}>
            {i18n.t(full ? 'lead.exports.notesFull' : 'lead.exports.notesMasked')}
          </Button>
        )}
      </div>
      <p role="status">{stateWords(view)}</p>
    </section>
  );
}

function stateWords(view: ReportExportView): string {
  switch (view.state) {
    case 'nothing':
      return '';
    case 'busy':
      return i18n.t('records.exporting');
    case 'too-large':
      return i18n.t('lead.exports.tooLarge');
    case 'done':
      return i18n.t('lead.exported', { file: view.name });
    case 'refused':
      return gapWords(view.why);
  }
}
