import type { Customer } from '../../contract/api/contacts/customers-api.ts';
import { PACK_LANGUAGES, type PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Table } from '../../contract/table/table.ts';
import { CUSTOMER_COLUMN_NAMES, CUSTOMER_COLUMNS } from './customer-columns.ts';

const WORDS = {
  'zh-CN': { ms: '女士', mr: '先生', yes: '是', no: '否' },
  'zh-TW': { ms: '女士', mr: '先生', yes: '是', no: '否' },
  en: { ms: 'Ms', mr: 'Mr', yes: 'Yes', no: 'No' },
} as const satisfies Readonly<Record<PackLanguage, object>>;

/** One row a customer. Read again by readCustomerTable(), it changes nothing. */
export function writeCustomerTable(customers: readonly Customer[], language: PackLanguage): Table {
  const words = WORDS[language];
  const at = Math.max(0, PACK_LANGUAGES.indexOf(language));
  return {
    headings: CUSTOMER_COLUMNS.map((column) => CUSTOMER_COLUMN_NAMES[column][at] ?? column),
    rows: customers.map(({ number, surname, title, vip, remarks }) => [
      ...[number, surname, title === null ? '' : words[title], vip ? words.yes : words.no, remarks],
    ]),
    timeZone: 'UTC',
  };
}
