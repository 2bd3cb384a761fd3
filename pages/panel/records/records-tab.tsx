import { RecordsList } from '../../../components/records/records-list.tsx';
import { ExportForm } from './export-form.tsx';
import { RecordPage } from './record-page.tsx';
import '../../../components/records/records.css';
import type { RecordsAction, RecordsView } from '../../../components/records/records-view.ts';

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
