import { i18n } from '#i18n';
import type { NamedTable } from '../../contract/table/table.ts';
import type { Paper } from './paper.ts';

/** A paper as a workbook: a sheet for each part, so that a register keeps its columns. */
export function paperTables({ parts, timeZone }: Paper): readonly NamedTable[] {
  return parts.map((part) => {
    if (part.is === 'table') return { name: part.title, table: { ...part.table, timeZone } };
    const headings = [i18n.t('papers.item'), i18n.t('papers.content')];
    const rows = part.fields.map(({ label, cell }) => [label, cell]);
    return { name: part.title, table: { headings, rows, timeZone } };
  });
}
