import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { MOST_CUSTOMERS } from '../../../contract/api/contacts/customers-api.ts';
import { numberForm } from '../../../contract/numbers/number-form.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import { MOST_PEOPLE_ROWS, readTableFile } from '../../../contract/table/read-table-file.ts';
import { readCustomerTable } from '../../../rules/customer-table/read-customer-table.ts';
import { writeCustomerTable } from '../../../rules/customer-table/write-customer-table.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { CustomersAction, CustomersView } from './customers-view.ts';

interface CustomersParts {
  readonly session: TeamSession;
  readonly language: PackLanguage;
  /** Downloads the file. */
  readonly save: (file: ExportFile) => void;
}

type Shown = Omit<CustomersView, 'asked'>;

/** The contact list of the team, which shows at the ring. Nothing changes unconfirmed. */
export class CustomersModel {
  readonly #parts: CustomersParts;
  readonly #shown: Signal<Shown> = signal({ customers: [], preview: null, refused: null });
  /** A file that is chosen later is the one that counts. */
  #chosen = 0;

  constructor(parts: CustomersParts) {
    this.#parts = parts;
  }

  view(): CustomersView {
    return { ...this.#shown.value, asked: this.#parts.session.asked.value };
  }

  async load(): Promise<void> {
    const { session } = this.#parts;
    const server = await session.server();
    if (server === null) return;
    const answer = session.shown(await server.customers('show'));
    if (answer !== null) this.#set({ customers: answer.customers });
  }

  readonly act = async (action: CustomersAction): Promise<void> => {
    if (action.do === 'choose-file') return await this.#choose(action.file);
    if (action.do === 'forget-file') return this.#forget();
    const server = await this.#parts.session.server();
    if (server === null) return;
    switch (action.do) {
      case 'save':
        return await this.#save(server);
      case 'export':
        return await this.#export(server);
      case 'remove':
        return await this.#remove(server, action.number);
      default:
        action satisfies never;
    }
  };

  async #choose(file: File): Promise<void> {
    this.#chosen += 1;
    const chosen = this.#chosen;
    const table = await readTableFile(file, MOST_PEOPLE_ROWS);
    if (chosen !== this.#chosen) return;
    const reading = table.ok ? readCustomerTable(table.rows, this.#shown.value.customers) : table;
    if (!reading.ok) this.#set({ refused: reading.reason, preview: null });
    else {
      const { entries, same, issues } = reading;
      const preview = { file: file.name, entries, same, issues };
      this.#set({ refused: this.#fits(entries) ? null : 'list-full', preview });
    }
  }

  #fits(entries: NonNullable<Shown['preview']>['entries']): boolean {
    const added = entries.filter(({ isChange }) => !isChange).length;
    return this.#shown.value.customers.length + added <= MOST_CUSTOMERS;
  }

  #forget(): void {
    this.#chosen += 1;
    this.#set({ refused: null, preview: null });
  }

  /** One request, all or none. An erased number is named with its cell and left out. */
  async #save(server: LeadServer): Promise<void> {
    const { session } = this.#parts;
    const { preview, refused } = this.#shown.value;
    if (preview === null || refused !== null || preview.entries.length === 0) return;
    const customers = preview.entries.map(({ customer }) => customer);
    const answer = await session.ask(server.saveCustomers(customers));
    if (answer === null) return;
    if (answer.erased.length === 0) {
      this.#forget();
      return await this.load();
    }
    const erased = new Set(answer.erased);
    const entries = preview.entries.filter((_, at) => !erased.has(at));
    const named = preview.entries.filter((_, at) => erased.has(at));
    const issues = named.map(({ row, customer: { number } }) => {
      return { row, column: 'number', cell: number, why: 'erased' } as const;
    });
    this.#set({ preview: { ...preview, entries, issues: [...preview.issues, ...issues] } });
    session.asked.value = { asked: 'refused', why: 'conflict' };
  }

  /** As the server has it now; it records who takes the list away. */
  async #export(server: LeadServer): Promise<void> {
    const { session, language, save } = this.#parts;
    const answer = await session.ask(server.customers('export'));
    if (answer === null) return;
    const table = writeCustomerTable(answer.customers, language);
    const name = i18n.t('lead.page.customers');
    save(await exportFile({ name, table, records: answer.customers }, 'xlsx'));
  }

  async #remove(server: LeadServer, number: string): Promise<void> {
    const answer = await this.#parts.session.ask(server.removeCustomers([number]));
    if (answer === null) return;
    const form = numberForm(number);
    const { customers } = this.#shown.value;
    this.#set({ customers: customers.filter((one) => numberForm(one.number) !== form) });
    // What the file adds and changes is another thing now.
    this.#forget();
  }

  #set(more: Partial<Shown>): void {
    this.#shown.value = { ...this.#shown.value, ...more };
  }
}
