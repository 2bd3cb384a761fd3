import * as v from 'valibot';
import { tableAsCsv } from './csv.ts';
import type { NamedTable, Table } from './table.ts';
import { tablesAsXlsx } from './xlsx.ts';

/** The first is what most people open. */
export const exportFormatSchema = v.picklist(['xlsx', 'csv', 'json']);

export type ExportFormat = v.InferOutput<typeof exportFormatSchema>;

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Blob;
}

export interface Exported {
  /** Without its ending. */
  readonly name: string;
  readonly table: Table;
  /** The same things as they are stored, for JSON. */
  readonly records: unknown;
}

export async function exportFile(
  { name, table, records }: Exported,
  format: ExportFormat,
): Promise<ExportFile> {
  return {
    name: `${name}.${format}`,
    type: TYPES[format],
    content: await contentOf({ name, table, records }, format),
  };
}

/** Several tables as one workbook. */
export async function workbookFile(name: string, tables: readonly NamedTable[]): Promise<ExportFile> {
  return { name: `${name}.xlsx`, type: TYPES.xlsx, content: await tablesAsXlsx(tables) };
}

async function contentOf({ name, table, records }: Exported, format: ExportFormat): Promise<string | Blob> {
  switch (format) {
    case 'xlsx':
      return await tablesAsXlsx([{ name, table }]);
    case 'csv':
      return tableAsCsv(table);
    case 'json':
      return JSON.stringify(records, null, 2);
  }
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};
