import { plainHeading } from './plain-heading.ts';

/** What people call each column of an import. */
export type ColumnNames<C extends string> = Readonly<Record<C, readonly string[]>>;

/** A row that is not empty. */
export interface SheetRow<C extends string> {
  /** As a spreadsheet counts, from 1; the headings are row 1. */
  readonly row: number;
  /** Empty where the sheet has no such column. */
  readonly cell: (column: C) => string;
}

export interface SheetReading<C extends string> {
  readonly has: (column: C) => boolean;
  readonly rows: readonly SheetRow<C>[];
}

/** The rows of a sheet by their headings; the first of several columns with one meaning counts. */
export function sheetRows<C extends string>(
  sheet: readonly (readonly string[])[],
  columns: readonly C[],
  names: ColumnNames<C>,
): SheetReading<C> {
  const [head = [], ...body] = sheet;
  const headings = head.map(plainHeading);
  const places = new Map(
    columns.map((column) => {
      const known = new Set(names[column].map(plainHeading));
      return [column, headings.findIndex((heading) => known.has(heading))] as const;
    }),
  );
  const rows = body
    .map((cells, at): SheetRow<C> & { readonly isFilled: boolean } => ({
      row: at + 2,
      cell: (column) => (cells[places.get(column) ?? -1] ?? '').trim(),
      isFilled: cells.some((cell) => cell.trim() !== ''),
    }))
    .filter(({ isFilled }) => isFilled);
  return { has: (column) => (places.get(column) ?? -1) >= 0, rows };
}
