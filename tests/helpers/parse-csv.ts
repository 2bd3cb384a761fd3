/** Rows and cells (RFC 4180), independent of what wrote them. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g);
  for (const [, cell = '', end] of cells) {
    row.push(cell.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
