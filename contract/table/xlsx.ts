import type { SheetData } from 'write-excel-file/universal';
import { localParts } from './local-stamp.ts';
import type { Cell, NamedTable, Table } from './table.ts';

/** Of a cell (ECMA-376, as Excel implements it). */
const LONGEST_CELL = 32_767;
/** Of a sheet's name (31 in Excel), less 3 for a number before it. */
const LONGEST_NAME = 28;
/** 1 January 1970 in the days that a spreadsheet counts. */
const UNIX_EPOCH_DAY = 25_569;
const DAY_MS = 86_400_000;

/**
 * A workbook with a sheet for each table: texts are texts (a number keeps its zeros, `=` is no
 * formula), numbers and moments can be counted with. The library is loaded when somebody exports.
 */
export async function tablesAsXlsx(tables: readonly NamedTable[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const names = sheetNames(tables.map(({ name }) => name));
  const sheets = tables.map(({ table }, at) => ({ ...sheetOf(table), sheet: names[at] ?? String(at + 1) }));
  return await write(sheets).toBlob();
}

function sheetOf({ headings, rows, timeZone }: Table) {
  const head = headings.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const }));
  const data: SheetData = [head, ...rows.map((row) => row.map((cell) => sheetCell(cell, timeZone)))];
  const columns = headings.map((heading, at) => ({ width: widthOf(heading, rows, at) }));
  return { data, columns, stickyRowsCount: 1 };
}

/** Excel refuses a workbook with a name that is empty, long, there twice, or has these signs. */
function sheetNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    const plain = name.replace(/[[\]/\\:*?'\p{C}]+/gu, ' ').trim();
    const short = plain.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '');
    const isFree = short !== '' && !used.has(short.toLowerCase());
    const given = isFree ? short : `${at + 1} ${short}`.trim();
    used.add(given.toLowerCase());
    return given;
  });
}

function sheetCell(cell: Cell, timeZone: string): SheetData[number][number] {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') return { type: Number, value: cell };
  const days = spreadsheetDays(cell.at, timeZone);
  return days === null ? null : { type: Number, value: days, format: 'yyyy-mm-dd hh:mm:ss' };
}

/** Excel reads `_x0041_` in a text as `A`; the underscore itself is written in the same way. */
function textCell(text: string) {
  const plain = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  const value = plain.length > LONGEST_CELL ? `${plain.slice(0, LONGEST_CELL - 1)}…` : plain;
  return { type: String, value, wrap: value.includes('\n'), alignVertical: 'top' as const };
}

/** Days since 1900 on the local clock: a spreadsheet knows no time zones. */
function spreadsheetDays(at: number, timeZone: string): number | null {
  const parts = localParts(timeZone)(at);
  if (parts === null) return null;
  const [hours = 0, minutes = 0] = parts.offset.slice(1).split(':').map(Number);
  const offsetMs = (parts.offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return (Math.floor(at / 1000) * 1000 + offsetMs) / DAY_MS + UNIX_EPOCH_DAY;
}

/** In characters; a Chinese character takes two. */
function widthOf(heading: string, rows: Table['rows'], at: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, wide(row[at] ?? null)), wide(heading));
  return Math.min(Math.max(longest + 2, 8), 60);
}

function wide(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'object') return 'yyyy-mm-dd hh:mm:ss'.length;
  return [...String(cell)].slice(0, 60).reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);
}
