import { i18n } from '#i18n';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import type { ListColumn } from '../../../rules/call-backs/list-columns.ts';
import type { CellProblem } from '../../../rules/call-backs/read-call-back-list.ts';
import { ImportPreview } from '../import/import-preview.tsx';
import type { ListsView } from './lists-view.ts';

interface ListPreviewProps {
  readonly preview: NonNullable<ListsView['preview']>;
  readonly missing: ListsView['missing'];
  readonly isBusy: boolean;
  readonly onHandOut: () => void;
  readonly onForget: () => void;
}

/** What was read, and each cell that keeps its row out. */
export function ListPreview({ preview, missing, isBusy, onHandOut, onForget }: ListPreviewProps) {
  const { entries, issues, file } = preview;
  const left = new Set(issues.map(({ row }) => row)).size;
  return (
    <ImportPreview
      file={file}
      says={i18n.t('lists.read', { count: entries.length, left })}
      issues={issues.map((one) => ({
        ...one,
        columnName: columnText(one.column),
        problem: problemText(one.why),
      }))}
      headings={(['number', 'surname', 'matter', 'time', 'agent', 'vip'] as const).map(columnText)}
      entries={entries}
      row={({ number, surname, title, matter, dueAt, agent, vip }) => (
        <>
          <td>{shownNumber({ number, masked: true })}</td>
          <td>{addressOf(surname, title) ?? ''}</td>
          <td>{tameText(matter, 60)}</td>
          <td>{dueAt === null ? '' : recordTime(dueAt)}</td>
          <td>{tameText(agent ?? '', 40)}</td>
          <td>{vip ? i18n.t('callBacks.vipMark') : ''}</td>
        </>
      )}
      hint={missing === null ? null : missingText(missing)}
      confirm={i18n.t('lists.handOut', { count: entries.length })}
      canConfirm={missing === null && !isBusy && entries.length > 0}
      onConfirm={onHandOut}
      onForget={onForget}
    />
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
