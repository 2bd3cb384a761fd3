import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ExportOptions } from '../../../components/records/export-options.tsx';
import type { ExportFormat } from '../../../contract/table/export-file.ts';
import type { RecordsAction, RecordsExportView } from './records-view.ts';

interface ExportFormProps {
  readonly view: RecordsExportView;
  readonly act: (action: RecordsAction) => void;
}

/** Exports a span of days as a file, masked unless the agent says otherwise. It is audited. */
export function ExportForm({ view, act }: ExportFormProps) {
  const [from, setFrom] = useState(view.from);
  const [to, setTo] = useState(view.to);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [inFull, setInFull] = useState(false);
  const day = (label: string, value: string, onDay: (day: string) => void) => (
    <label class="records__day">
      <span>{label}</span>
      <input type="date" required value={value} onInput={(event) => onDay(event.currentTarget.value)} />
    </label>
  );
  return (
    <form
      class="records__export"
      onSubmit={(event) => {
        event.preventDefault();
        act({ do: 'export-records', from, to, format, masked: !inFull });
      }}
    >
      <div class="records__tools">
        <Button icon="back" onPress={() => act({ do: 'back-to-list' })}>
          {i18n.t('records.back')}
        </Button>
      </div>
      <div class="records__days">
        {day(i18n.t('records.from'), from, setFrom)}
        {day(i18n.t('records.to'), to, setTo)}
      </div>
      <ExportOptions format={format} onFormat={setFormat} inFull={inFull} onInFull={setInFull} />
      <p class="records__notice">{i18n.t('records.onRecord')}</p>
      <button type="submit" class="button button--main" disabled={view.state.state === 'busy'}>
        {i18n.t(inFull ? 'records.saveInFull' : 'records.saveMasked')}
      </button>
      <p role="status">{stateText(view.state)}</p>
    </form>
  );
}

function stateText(state: RecordsExportView['state']): string {
  switch (state.state) {
    case 'asking':
      return '';
    case 'busy':
      return i18n.t('records.exporting');
    case 'failed':
      return i18n.t('records.exportFailed');
    case 'done': {
      const done = i18n.t('records.exported', { count: state.notes, name: state.name });
      return state.unread === 0 ? done : `${done} ${i18n.t('records.unread', { count: state.unread })}`;
    }
  }
}
