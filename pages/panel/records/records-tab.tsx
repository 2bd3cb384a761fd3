import { ExportForm } from './export-form.tsx';
import { RecordPage } from './record-page.tsx';
import { RecordsList } from './records-list.tsx';
import '../../../components/records/records.css';
import type { RecordsAction, RecordsView } from './records-view.ts';

interface RecordsTabProps {
  readonly view: RecordsView;
  readonly noteFocus: number;
  readonly act: (action: RecordsAction) => void;
}

/** All notes of the agent: to search, read, write without a call and export. */
export function RecordsTab({ view, noteFocus, act }: RecordsTabProps) {
  switch (view.page) {
    case 'list':
      return <RecordsList view={view} act={act} />;
    case 'note':
      return <RecordPage key={view.id} view={view} noteFocus={noteFocus} act={act} />;
    case 'export':
      return <ExportForm view={view} act={act} />;
  }
}
