import { localParts } from './local-stamp.ts';
import { readCsv } from './read-csv.ts';
import { unpackedSize } from './unpacked-size.ts';

export type TableFile =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly reason: 'too-large' | 'unreadable' };

/** A list of 500 customers has 50 kB. */
const MOST_BYTES = 2_000_000;
/** A workbook of a few kilobytes can name gigabytes of zeros. */
const MOST_UNPACKED_BYTES = 30_000_000;
/** Of a sheet: what is beyond is not looked into. */
const MOST_COLUMNS = 50;
const MOST_ROWS = 5_000;
/** Of a list of members or customers, with its headings. */
export const MOST_PEOPLE_ROWS = 10_001;

/**
 * Rows of a .xlsx (its first sheet) or .csv that somebody chose. Nothing in it is run, no formula
 * computed: a cell with one has the value that was saved with it.
 */
export async function readTableFile(file: Blob, mostRows = MOST_ROWS): Promise<TableFile> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const rows = isZip(bytes) ? await workbookRows(file, bytes) : readCsv(decoded(bytes));
    if (rows === null || rows.length > mostRows) return { ok: false, reason: 'too-large' };
    return { ok: true, rows: rows.map((row) => row.slice(0, MOST_COLUMNS)) };
  } catch (error) {
    console.warn('a table could not be read', error);
    return { ok: false, reason: 'unreadable' };
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Null: too large once unpacked. The library is loaded when somebody imports. */
async function workbookRows(file: Blob, bytes: Uint8Array): Promise<readonly string[][] | null> {
  const size = unpackedSize(bytes);
  if (size === null) throw new Error('no zip archive');
  if (size > MOST_UNPACKED_BYTES) return null;
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(await file.arrayBuffer());
  return rows.map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? momentText(Number(cell)) : String(cell);
}

/**
 * A date of a sheet has no zone: the library reads it as UTC. The sheet's days are fractions, so
 * the moment is rounded.
 */
function momentText(at: number): string {
  const parts = localParts('UTC')(Math.round(at / 1_000) * 1_000);
  if (parts === null) return '';
  const { year, month, day, hour, minute } = parts;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** UTF-8, or as Excel saves CSV on a Chinese Windows. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
