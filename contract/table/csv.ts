import { localStamp } from './local-stamp.ts';
import type { Cell, Table } from './table.ts';

/**
 * Characters that begin a formula in a spreadsheet, in half and full width (OWASP, CSV Injection).
 * Some programs skip white space before them.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** Moments are written with their distance from UTC: this file has no types. */
export function tableAsCsv({ headings, rows, timeZone }: Table): string {
  const stamp = localStamp(timeZone);
  const written = (cell: Cell): string => {
    if (cell === null) return '';
    return typeof cell === 'object' ? stamp(cell.at) : String(cell);
  };
  return csv([headings, ...rows.map((row) => row.map(written))]);
}

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as the local code page. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

/**
 * An apostrophe makes a spreadsheet show the rest as text. Every cell is quoted, so no separator
 * can be injected.
 */
function quoted(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
