import { i18n } from '#i18n';
import type { Cell, Table } from '../../contract/table/table.ts';
import type { Paper, PaperPart } from './paper.ts';

/**
 * A paper as one sheet. A register alone keeps its columns; of other papers each row begins with
 * its part.
 */
export function paperTable({ parts, timeZone }: Paper): Table {
  const [first, ...more] = parts;
  if (first?.is === 'table' && more.length === 0) return { ...first.table, timeZone };
  const rows = parts.flatMap(rowsOf);
  const width = Math.max(3, ...rows.map((row) => row.length));
  const named = [i18n.t('papers.part'), i18n.t('papers.item'), i18n.t('papers.content')];
  const headings = Array.from({ length: width }, (_, column) => named[column] ?? '');
  return { headings, rows: rows.map((row) => headings.map((_, column) => row[column] ?? null)), timeZone };
}

function rowsOf(part: PaperPart): readonly (readonly Cell[])[] {
  if (part.is === 'fields') return part.fields.map(({ label, cell }) => [part.title, label, cell]);
  const { headings, rows } = part.table;
  return [headings, ...rows].map((row) => [part.title, ...row]);
}
