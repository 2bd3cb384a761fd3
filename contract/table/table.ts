import type { Instant } from '../../calls/call-event.ts';

/** A text, a number, or a moment. An empty cell is null, so that a column can be counted. */
export type Cell = string | number | { readonly at: Instant } | null;

/** One row a thing, one kind of cell a column; what a file for a spreadsheet is made of. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** For its moments, for example `Asia/Shanghai`. */
  readonly timeZone: string;
}

export interface NamedTable {
  /** Of the sheet. */
  readonly name: string;
  readonly table: Table;
}
