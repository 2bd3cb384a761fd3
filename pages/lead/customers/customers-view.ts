import type { Customer } from '../../../contract/api/contacts/customers-api.ts';
import type {
  CustomerEntry,
  CustomerIssue,
  CustomerReading,
} from '../../../rules/customer-table/read-customer-table.ts';
import type { Asked } from '../frame/server-view.ts';

export interface CustomersView {
  /** The whole list of the team. */
  readonly customers: readonly Customer[];
  /** The file that was read; null before. */
  readonly preview: {
    readonly file: string;
    readonly entries: readonly CustomerEntry[];
    /** Rows that are in the list as they are. */
    readonly same: number;
    readonly issues: readonly CustomerIssue[];
  } | null;
  /** Why the file was refused; null for none. */
  readonly refused:
    | 'too-large'
    | 'unreadable'
    | Extract<CustomerReading, { readonly ok: false }>['reason']
    /** The list would have more than it can. */
    | 'list-full'
    | null;
  readonly asked: Asked;
}

export type CustomersAction =
  | { readonly do: 'choose-file'; readonly file: File }
  | { readonly do: 'forget-file' }
  /** Saves what the file adds and changes. */
  | { readonly do: 'save' }
  | { readonly do: 'export' }
  | { readonly do: 'remove'; readonly number: string };
