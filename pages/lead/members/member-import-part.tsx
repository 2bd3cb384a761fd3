import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { MOST_CODES } from '../../../contract/api/members/member-import.ts';
import type { MemberColumn } from '../../../rules/member-table/member-columns.ts';
import type { MemberProblem } from '../../../rules/member-table/read-member-table.ts';
import type { MembersAction, WorkOrderRoleChoice } from '../frame/server-view.ts';
import { ImportFile } from '../import/import-file.tsx';
import { ImportPreview } from '../import/import-preview.tsx';
import type { MemberImportView } from './member-import-view.ts';

interface MemberImportPartProps {
  readonly view: MemberImportView;
  readonly workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly act: (action: MembersAction) => void;
  readonly isBusy: boolean;
}

/** Members from a file: its errors by cell, who would be added, and the slips of those who were. */
export function MemberImportPart({ view, workOrderRoles, act, isBusy }: MemberImportPartProps) {
  const { preview, refused, withoutSlip } = view;
  const id = useId();
  return (
    <section class="import" aria-labelledby={id}>
      <h3 id={id}>{i18n.t('lead.memberTable.title')}</h3>
      <p class="field__hint">{i18n.t('lead.memberTable.how')}</p>
      <ImportFile
        problem={refused === null ? null : refusalText(refused)}
        onChoose={(file) => act({ do: 'choose-file', file })}
      />
      {preview !== null && (
        <Preview preview={preview} workOrderRoles={workOrderRoles} act={act} isBusy={isBusy} />
      )}
      {withoutSlip.length > 0 && (
        <div class="lead-row">
          <p role="status">{i18n.t('lead.memberTable.withoutSlip', { count: withoutSlip.length })}</p>
          <Button disabled={isBusy} onPress={() => act({ do: 'make-slips' })}>
            {i18n.t('lead.memberTable.makeSlips', { count: Math.min(withoutSlip.length, MOST_CODES) })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface PreviewProps extends Omit<MemberImportPartProps, 'view'> {
  readonly preview: NonNullable<MemberImportView['preview']>;
}

function Preview({ preview: { file, entries, issues }, workOrderRoles, act, isBusy }: PreviewProps) {
  const roleNames = new Map(workOrderRoles.map(({ id, label }) => [id, label]));
  const bad = new Set(issues.map(({ row }) => row)).size;
  return (
    <ImportPreview
      file={file}
      says={i18n.t('lead.memberTable.read', { count: entries.length, bad })}
      issues={issues.map((one) => ({ ...one, ...words(one.column, one.why) }))}
      headings={(['number', 'name', 'role', 'workOrderRole'] as const).map((column) =>
        i18n.t(`lead.members.${column}`),
      )}
      entries={entries}
      row={({ member }) => (
        <>
          <td>{tameText(member.number, 40)}</td>
          <td>{tameText(member.name, 80)}</td>
          <td>{i18n.t(`lead.role.${member.role}`)}</td>
          <td>{roleNames.get(member.workOrderRole ?? '') ?? ''}</td>
        </>
      )}
      confirm={i18n.t('lead.memberTable.add', { count: entries.length })}
      canConfirm={!isBusy && entries.length > 0}
      onConfirm={() => act({ do: 'import-members' })}
      onForget={() => act({ do: 'forget-file' })}
    />
  );
}

function words(column: MemberColumn, why: MemberProblem) {
  return { columnName: i18n.t(`lead.members.${column}`), problem: problemText(why) };
}

function refusalText(refused: NonNullable<MemberImportView['refused']>): string {
  switch (refused) {
    case 'too-large':
    case 'too-many-rows':
      return i18n.t('lead.memberTable.tooMany');
    case 'unreadable':
      return i18n.t('lists.unreadable');
    case 'empty':
      return i18n.t('lists.empty');
    case 'no-number-column':
      return i18n.t('lead.memberTable.noNumberColumn');
    case 'no-name-column':
      return i18n.t('lead.memberTable.noNameColumn');
  }
}

function problemText(why: MemberProblem): string {
  switch (why) {
    case 'no-number':
      return i18n.t('lead.memberTable.noNumber');
    case 'bad-number':
      return i18n.t('lead.memberTable.badNumber');
    case 'twice':
      return i18n.t('lists.twice');
    case 'in-use':
      return i18n.t('lead.memberTable.inUse');
    case 'no-name':
      return i18n.t('lead.memberTable.noName');
    case 'bad-name':
      return i18n.t('lead.memberTable.badName');
    case 'unknown-role':
      return i18n.t('lead.memberTable.unknownRole');
    case 'role-not-yours':
      return i18n.t('lead.memberTable.roleNotYours');
    case 'unknown-work-order-role':
      return i18n.t('lead.memberTable.unknownWorkOrderRole');
  }
}
