import { readNumber } from '../../calls/numbers/read-number.ts';
import { typedNumber } from '../../calls/numbers/typed-number.ts';
import { LONGEST_NUMBER } from '../../calls/remote-party.ts';
import { LONGEST_CUSTOMER_NAME, LONGEST_CUSTOMER_REMARKS } from '../../calls/vocabulary/listed-customer.ts';
import { type Customer, MOST_CUSTOMERS } from '../../contract/api/contacts/customers-api.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { callerOf, titleOf, yesOrNo } from '../tables/caller-cells.ts';
import { sheetRows } from '../tables/sheet-rows.ts';
import { CUSTOMER_COLUMN_NAMES, CUSTOMER_COLUMNS, type CustomerColumn } from './customer-columns.ts';

export type CustomerProblem =
  | 'no-number'
  | 'bad-number'
  | 'twice'
  | 'too-long'
  | 'bad-text'
  | 'bad-title'
  | 'bad-vip'
  /** The number was erased: it is listed no more. */
  | 'erased';

export interface CustomerIssue {
  /** As a spreadsheet counts, from 1; the headings are row 1. */
  readonly row: number;
  readonly column: CustomerColumn;
  /** As it is in the file; hostile text. */
  readonly cell: string;
  readonly why: CustomerProblem;
}

export interface CustomerEntry {
  readonly row: number;
  readonly customer: Customer;
  /** The number is in the list already, with other fields. */
  readonly isChange: boolean;
}

export type CustomerReading =
  | {
      readonly ok: true;
      /** Rows without an issue that add or change something. */
      readonly entries: readonly CustomerEntry[];
      /** Rows that are in the list as they are. */
      readonly same: number;
      readonly issues: readonly CustomerIssue[];
    }
  | { readonly ok: false; readonly reason: 'empty' | 'no-number-column' | 'too-many-rows' };

type CellOf = (column: CustomerColumn) => string;

/** Rows of a spreadsheet as entries of the contact list. Nobody in `listed` is removed. */
export function readCustomerTable(
  sheet: readonly (readonly string[])[],
  listed: readonly Customer[],
): CustomerReading {
  const { has, rows } = sheetRows(sheet, CUSTOMER_COLUMNS, CUSTOMER_COLUMN_NAMES);
  if (sheet.length > 0 && !has('number')) return { ok: false, reason: 'no-number-column' };
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > MOST_CUSTOMERS) return { ok: false, reason: 'too-many-rows' };
  const known = new Map(listed.map((customer) => [numberForm(customer.number), customer]));
  const seen = new Set<string>();
  const [entries, issues]: [CustomerEntry[], CustomerIssue[]] = [[], []];
  let same = 0;
  for (const { row, cell } of rows) {
    const found = issuesOf(cell, row, seen);
    issues.push(...found);
    if (found.length > 0) continue;
    const customer = customerOf(cell);
    const before = known.get(numberForm(customer.number));
    if (before !== undefined && isSame(before, customer)) same += 1;
    else entries.push({ row, customer, isChange: before !== undefined });
  }
  return { ok: true, entries, same, issues };
}

function issuesOf(cell: CellOf, row: number, seen: Set<string>): CustomerIssue[] {
  const problems: readonly (readonly [CustomerColumn, CustomerProblem | null])[] = [
    ['number', numberProblem(cell('number'), seen)],
    ['surname', textProblem(cell('surname'), LONGEST_CUSTOMER_NAME)],
    ['title', cell('title') === '' || titleOf(cell('title')) !== null ? null : 'bad-title'],
    ['vip', yesOrNo(cell('vip')) === null ? 'bad-vip' : null],
    ['remarks', textProblem(oneLine(cell('remarks')), LONGEST_CUSTOMER_REMARKS)],
  ];
  return problems.flatMap(([column, why]) =>
    why === null ? [] : [{ row, column, cell: cell(column), why }],
  );
}

function customerOf(cell: CellOf): Customer {
  return {
    number: typedNumber(cell('number')),
    ...callerOf(cell('surname'), cell('title')),
    vip: yesOrNo(cell('vip')) === true,
    remarks: oneLine(cell('remarks')),
  };
}

function numberProblem(text: string, seen: Set<string>): CustomerProblem | null {
  if (text === '') return 'no-number';
  const form = text.length > LONGEST_NUMBER || readNumber(text) === null ? null : numberForm(text);
  if (form === null) return 'bad-number';
  if (seen.has(form)) return 'twice';
  seen.add(form);
  return null;
}

function textProblem(text: string, most: number): CustomerProblem | null {
  if (text.length > most) return 'too-long';
  return /\p{C}/u.test(text) ? 'bad-text' : null;
}

/** A cell may have several lines; the panel shows one. */
function oneLine(text: string): string {
  return text.replace(/[\s\n\r\t]+/g, ' ').trim();
}

function isSame(one: Customer, other: Customer): boolean {
  return (['surname', 'title', 'vip', 'remarks'] as const).every((field) => one[field] === other[field]);
}
