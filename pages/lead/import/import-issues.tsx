import { i18n } from '#i18n';
import { tameText } from '../../../components/caller-text.ts';
import './import.css';

export interface ShownIssue {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly columnName: string;
  readonly problem: string;
  /** As it is in the file; hostile text. */
  readonly cell: string;
}

interface ImportIssuesProps {
  readonly issues: readonly ShownIssue[];
}

/** More would be read by nobody. */
const MOST_SHOWN = 50;

/** Each cell that keeps its row out. */
export function ImportIssues({ issues }: ImportIssuesProps) {
  if (issues.length === 0) return null;
  return (
    <ul class="import__issues" aria-label={i18n.t('lists.issues')}>
      {issues.slice(0, MOST_SHOWN).map(({ row, columnName, problem, cell }) => (
        <li key={`${row} ${columnName} ${problem}`}>
          {i18n.t('lists.issue', { row, column: columnName, why: problem })} <bdi>{tameText(cell, 40)}</bdi>
        </li>
      ))}
      {issues.length > MOST_SHOWN && <li>{i18n.t('lists.more', { count: issues.length - MOST_SHOWN })}</li>}
    </ul>
  );
}
