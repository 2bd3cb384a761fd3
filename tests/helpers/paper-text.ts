import { localStamp } from '../../contract/table/local-stamp.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { Paper } from '../../pages/papers/paper.ts';

/** A paper as lines of text: `title | label: value` and `title | cell | cell`. */
export function paperLines({ parts, timeZone }: Paper): readonly string[] {
  const stamp = localStamp(timeZone);
  const text = (cell: Cell) =>
    cell === null ? '' : typeof cell === 'object' ? stamp(cell.at).slice(0, 16) : String(cell);
  return parts.flatMap((part) =>
    part.is === 'fields'
      ? part.fields.map(({ label, cell }) => `${part.title} | ${label}: ${text(cell)}`)
      : part.table.rows.map((row) => [part.title, ...row.map(text)].join(' | ')),
  );
}
