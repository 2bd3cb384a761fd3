import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import type { ListColumn } from '../../../rules/call-backs/list-columns.ts';
import type { CellProblem } from '../../../rules/call-backs/read-call-back-list.ts';
import type { ListsView } from './lists-view.ts';

interface ListPreviewProps {
  readonly preview: NonNullable<ListsView['preview']>;
  readonly missing: ListsView['missing'];
  readonly isBusy: boolean;
  readonly onHandOut: () => void;
  readonly onForget: () => void;
}

/** Rows on screen; all are handed out. */
const ROWS_SHOWN = 20;
const ISSUES_SHOWN = 50;

/** What was read, and each cell that keeps its row out. */
export function ListPreview({ preview, missing, isBusy, onHandOut, onForget }: ListPreviewProps) {
  const { entries, issues, file } = preview;
  const left = new Set(issues.map(({ row }) => row)).size;
  return (
    <div class="lists__preview">
      <p>
        <bdi>{tameText(file, 60)}</bdi> {i18n.t('lists.read', { count: entries.length, left })}
      </p>
      {issues.length > 0 && (
        <ul class="lists__issues" aria-label={i18n.t('lists.issues')}>
          {issues.slice(0, ISSUES_SHOWN).map(({ row, column, cell, why }) => (
            <li key={`${row} ${column}`}>
              {i18n.t('lists.issue', { row, column: columnText(column), why: problemText(why) })}{' '}
              <bdi>{tameText(cell, 40)}</bdi>
            </li>
          ))}
          {issues.length > ISSUES_SHOWN && (
            <li>{i18n.t('lists.more', { count: issues.length - ISSUES_SHOWN })}</li>
          )}
        </ul>
      )}
      <table class="lists__table">
        <thead>
          <tr>
            {(['number', 'surname', 'matter', 'time', 'agent', 'vip'] as const).map((column) => (
              <th key={column} scope="col">
                {columnText(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, ROWS_SHOWN).map(({ row, number, surname, title, matter, dueAt, agent, vip }) => (
            <tr key={row}>
              <td>{shownNumber({ number, masked: true })}</td>
              <td>{addressOf(surname, title) ?? ''}</td>
              <td>{tameText(matter, 60)}</td>
              <td>{dueAt === null ? '' : recordTime(dueAt)}</td>
              <td>{tameText(agent ?? '', 40)}</td>
              <td>{vip ? i18n.t('callBacks.vipMark') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > ROWS_SHOWN && <p>{i18n.t('lists.more', { count: entries.length - ROWS_SHOWN })}</p>}
      {missing !== null && <p class="field__hint">{missingText(missing)}</p>}
      <div class="lead-row">
        <Button
          variant="main"
          disabled={missing !== null || isBusy || entries.length === 0}
          onPress={onHandOut}
        >
          {i18n.t('lists.handOut', { count: entries.length })}
        </Button>
        <Button onPress={onForget}>{i18n.t('lists.forget')}</Button>
      </div>
    </div>
  );
}

function columnText(column: ListColumn): string {
  switch (column) {
    case 'number':
      return i18n.t('callBacks.number');
    case 'surname':
      return i18n.t('callBacks.surname');
    case 'title':
      return i18n.t('lists.title');
    case 'matter':
      return i18n.t('callBacks.matter');
    case 'time':
      return i18n.t('callBacks.when');
    case 'agent':
      return i18n.t('papers.agent');
    case 'vip':
      return i18n.t('papers.vip');
  }
}

function problemText(why: CellProblem): string {
  switch (why) {
    case 'no-number':
      return i18n.t('lists.noNumber');
    case 'bad-number':
      return i18n.t('lists.badNumber');
    case 'twice':
      return i18n.t('lists.twice');
    case 'too-long':
      return i18n.t('lists.tooLong');
    case 'bad-time':
      return i18n.t('lists.badTime');
    case 'past':
      return i18n.t('lists.past');
    case 'bad-agent':
      return i18n.t('lists.badAgent');
    case 'bad-vip':
      return i18n.t('lists.badVip');
  }
}

function missingText(missing: NonNullable<ListsView['missing']>): string {
  switch (missing) {
    case 'name':
      return i18n.t('lists.needsName');
    case 'matter':
      return i18n.t('lists.needsMatter');
    case 'agents':
      return i18n.t('lists.needsAgents');
  }
}
