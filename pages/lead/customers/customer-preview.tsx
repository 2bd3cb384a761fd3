import { i18n } from '#i18n';
import { LONGEST_CUSTOMER_REMARKS } from '../../../calls/vocabulary/listed-customer.ts';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import type { CustomerProblem } from '../../../rules/customer-table/read-customer-table.ts';
import { ImportPreview } from '../import/import-preview.tsx';
import type { CustomersView } from './customers-view.ts';

interface CustomerPreviewProps {
  readonly preview: NonNullable<CustomersView['preview']>;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onForget: () => void;
}

/** What a file would add to the contact list and change in it, and each bad cell. */
export function CustomerPreview({ preview, canSave, onSave, onForget }: CustomerPreviewProps) {
  const { file, entries, same, issues } = preview;
  const changed = entries.filter(({ isChange }) => isChange).length;
  const bad = new Set(issues.map(({ row }) => row)).size;
  const counts = { added: entries.length - changed, changed, same, bad };
  return (
    <ImportPreview
      file={file}
      says={i18n.t('lead.customers.read', counts)}
      issues={issues.map((one) => ({
        ...one,
        columnName: i18n.t(`lead.customers.${one.column}`),
        problem: problemText(one.why),
      }))}
      headings={(['number', 'surname', 'vip', 'remarks', 'change'] as const).map((column) =>
        i18n.t(`lead.customers.${column}`),
      )}
      entries={entries}
      row={({ isChange, customer }) => (
        <>
          <td>{shownNumber({ number: customer.number, masked: true })}</td>
          <td>{addressOf(customer.surname, customer.title) ?? ''}</td>
          <td>{customer.vip ? i18n.t('callBacks.vipMark') : ''}</td>
          <td>{tameText(customer.remarks, LONGEST_CUSTOMER_REMARKS)}</td>
          <td>{i18n.t(isChange ? 'lead.customers.isChange' : 'lead.customers.isNew')}</td>
        </>
      )}
      confirm={i18n.t('lead.customers.save', { count: entries.length })}
      canConfirm={canSave}
      onConfirm={onSave}
      onForget={onForget}
    />
  );
}

export function customerRefusal(refused: NonNullable<CustomersView['refused']>): string {
  switch (refused) {
    case 'too-large':
    case 'too-many-rows':
      return i18n.t('lead.memberTable.tooMany');
    case 'unreadable':
      return i18n.t('lists.unreadable');
    case 'empty':
      return i18n.t('lists.empty');
    case 'no-number-column':
      return i18n.t('lists.noNumberColumn');
    case 'list-full':
      return i18n.t('lead.customers.full');
  }
}

function problemText(why: CustomerProblem): string {
  switch (why) {
    case 'no-number':
      return i18n.t('lists.noNumber');
    case 'bad-number':
      return i18n.t('lists.badNumber');
    case 'twice':
      return i18n.t('lists.twice');
    case 'too-long':
      return i18n.t('lists.tooLong');
    case 'bad-text':
      return i18n.t('lead.customers.badText');
    case 'bad-title':
      return i18n.t('lead.customers.badTitle');
    case 'bad-vip':
      return i18n.t('lists.badVip');
    case 'erased':
      return i18n.t('lead.customers.erased');
  }
}
