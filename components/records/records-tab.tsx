import { ExportForm } from './export-form.tsx';
import { RecordPage } from './record-page.tsx';
import { RecordsList } from './records-list.tsx';
import './records.css';
import type { RecordsAction, RecordsView } from './records-view.ts';

interface RecordsTabProps {
  readonly view: RecordsView;
  readonly act: (action: RecordsAction) => void;
}

/** All notes of the agent: found, read, written without a call, exported. */
export function RecordsTab({ view, act }: RecordsTabProps) {
  switch (view.page) {
    case 'list':
      return <RecordsList view={view} act={act} />;
    case 'note':
      return <RecordPage key={view.id} view={view} act={act} />;
    case 'export':
      return <ExportForm view={view} act={act} />;
  }
}
