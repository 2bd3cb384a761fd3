import type { Cell, Table } from '../../contract/table/table.ts';

/** Papers about one work order. */
export const ORDER_PAPERS = ['complaint-record', 'follow-up', 'sales-reply'] as const;
/** Papers about a day, week or month. */
export const SPAN_PAPERS = [
  'complaint-statistics',
  'order-register',
  'call-back-record',
  'call-back-summary',
] as const;

export type OrderPaper = (typeof ORDER_PAPERS)[number];
export type SpanPaper = (typeof SPAN_PAPERS)[number];

export type PaperPart =
  | {
      readonly is: 'fields';
      readonly title: string;
      readonly fields: readonly { readonly label: string; readonly cell: Cell }[];
    }
  | { readonly is: 'table'; readonly title: string; readonly table: Omit<Table, 'timeZone'> };

/** A form of the call centre: the same for the screen, for the printer and for a spreadsheet. */
export interface Paper {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  /** To whom it goes; empty where it is for internal use. */
  readonly to: string;
  readonly parts: readonly PaperPart[];
  /** Who signs it. */
  readonly signatures: readonly string[];
  readonly timeZone: string;
}

export function fieldsPart(title: string, fields: readonly (readonly [string, Cell])[]): PaperPart {
  return { is: 'fields', title, fields: fields.map(([label, cell]) => ({ label, cell })) };
}

export function tablePart(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): PaperPart {
  return { is: 'table', title, table: { headings, rows } };
}
