import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONGEST_CUSTOMER_REMARKS } from '../../../calls/vocabulary/listed-customer.ts';
import { Button } from '../../../components/button.tsx';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import type { Customer } from '../../../contract/api/contacts/customers-api.ts';
import { numberForm } from '../../../contract/numbers/number-form.ts';
import { ImportFile } from '../import/import-file.tsx';
import { AskedNote } from '../review/asked-note.tsx';
import { CustomerPreview, customerRefusal } from './customer-preview.tsx';
import type { CustomersAction, CustomersView } from './customers-view.ts';
import '../frame/team-page.css';

interface CustomersPageProps {
  readonly view: CustomersView;
  readonly act: (action: CustomersAction) => void;
}

/** Rows on screen: a longer list is searched. */
const ROWS_SHOWN = 50;

/** The contact list of the team: customers and VIPs by number, as they show at the ring. */
export function CustomersPage({ view, act }: CustomersPageProps) {
  const { customers, preview, refused, asked } = view;
  const [query, setQuery] = useState('');
  const id = useId();
  const found = customers.filter((customer) => isMeant(customer, query));
  return (
    <main class="team-page">
      <section aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{i18n.t('lead.page.customers')}</h2>
        <p>{i18n.t('lead.customers.about')}</p>
        <AskedNote asked={asked} />
        <p class="field__hint">{i18n.t('lead.customers.how')}</p>
        <ImportFile
          problem={refused === null ? null : customerRefusal(refused)}
          onChoose={(file) => act({ do: 'choose-file', file })}
        />
        {preview !== null && (
          <CustomerPreview
            preview={preview}
            canSave={refused === null && asked.asked !== 'busy' && preview.entries.length > 0}
            onSave={() => act({ do: 'save' })}
            onForget={() => act({ do: 'forget-file' })}
          />
        )}
      </section>
      <section aria-labelledby={`${id}-list`}>
        <h3 id={`${id}-list`}>{i18n.t('lead.customers.listed', { count: customers.length })}</h3>
        <div class="lead-row">
          <div class="lead-field">
            <label for={`${id}-query`}>{i18n.t('lead.customers.find')}</label>
            <input
              {...CUSTOMER_TEXT}
              id={`${id}-query`}
              type="search"
              maxLength={80}
              value={query}
              onInput={({ currentTarget }) => setQuery(currentTarget.value)}
            />
          </div>
          <Button disabled={customers.length === 0} onPress={() => act({ do: 'export' })}>
            {i18n.t('lead.customers.export')}
          </Button>
        </div>
        <p class="field__hint">{i18n.t('lead.customers.exportHint')}</p>
        {found.length > 0 && (
          <div class="team-page__scroll">
            <CustomerTable
              customers={found.slice(0, ROWS_SHOWN)}
              onRemove={(number) => act({ do: 'remove', number })}
            />
          </div>
        )}
        {found.length > ROWS_SHOWN && <p>{i18n.t('lists.more', { count: found.length - ROWS_SHOWN })}</p>}
        {customers.length > 0 && found.length === 0 && <p>{i18n.t('lead.customers.notFound')}</p>}
      </section>
    </main>
  );
}

interface CustomerTableProps {
  readonly customers: readonly Customer[];
  readonly onRemove: (number: string) => void;
}

function CustomerTable({ customers, onRemove }: CustomerTableProps) {
  return (
    <table>
      <thead>
        <tr>
          {(['number', 'surname', 'vip', 'remarks', 'does'] as const).map((column) => (
            <th key={column} scope="col">
              {i18n.t(`lead.customers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {customers.map(({ number, surname, title, vip, remarks }) => (
          <tr key={number}>
            <th scope="row">{shownNumber({ number, masked: true })}</th>
            <td class="team-page__name">{addressOf(surname, title) ?? ''}</td>
            <td>{vip ? i18n.t('callBacks.vipMark') : ''}</td>
            <td>{tameText(remarks, LONGEST_CUSTOMER_REMARKS)}</td>
            <td>
              <ConfirmButton
                variant="bare"
                question={i18n.t('lead.customers.removeSure')}
                onSure={() => onRemove(number)}
              >
                {i18n.t('lead.customers.remove')}
              </ConfirmButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By name or remarks, or by the end of the number or more of it. */
function isMeant({ number, surname, remarks }: Customer, query: string): boolean {
  const words = query.normalize('NFKC').trim().toLowerCase();
  if (words === '') return true;
  const digits = /^[\d\s+()-]+$/.test(words) ? words.replace(/\D/g, '') : '';
  if (digits !== '' && (numberForm(number) ?? '').includes(digits.replace(/^0+/, ''))) return true;
  return `${surname} ${remarks}`.toLowerCase().includes(words);
}
