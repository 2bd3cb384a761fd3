import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { ImportIssues, type ShownIssue } from './import-issues.tsx';
import './import.css';

interface ImportPreviewProps<Entry> {
  /** Name of the file; hostile text. */
  readonly file: string;
  /** How much of it was read. */
  readonly says: string;
  readonly issues: readonly ShownIssue[];
  readonly headings: readonly string[];
  readonly entries: readonly Entry[];
  readonly row: (entry: Entry) => ComponentChildren;
  /** Why it cannot be confirmed yet. */
  readonly hint?: string | null;
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly onConfirm: () => void;
  readonly onForget: () => void;
}

/** Rows on screen; all are imported. */
const ROWS_SHOWN = 20;

/** What was read of a file, each cell that keeps its row out, and what is done with it. */
export function ImportPreview<Entry extends { readonly row: number }>(props: ImportPreviewProps<Entry>) {
  const { file, says, issues, headings, entries, row, hint = null } = props;
  return (
    <div class="import__preview">
      <p role="status">
        <bdi>{tameText(file, 60)}</bdi> {says}
      </p>
      <ImportIssues issues={issues} />
      {entries.length > 0 && (
        <table>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, ROWS_SHOWN).map((entry) => (
              <tr key={entry.row}>{row(entry)}</tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length > ROWS_SHOWN && <p>{i18n.t('lists.more', { count: entries.length - ROWS_SHOWN })}</p>}
      {hint !== null && <p class="field__hint">{hint}</p>}
      <div class="lead-row">
        <Button variant="main" disabled={!props.canConfirm} onPress={props.onConfirm}>
          {props.confirm}
        </Button>
        <Button onPress={props.onForget}>{i18n.t('lists.forget')}</Button>
      </div>
    </div>
  );
}
