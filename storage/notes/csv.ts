/**
 * Characters that begin a formula in a spreadsheet, in half and full width (OWASP, CSV Injection).
 * Some programs skip white space before them.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as the local code page. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * An apostrophe makes a spreadsheet show the rest as text. Every cell is quoted, so no separator
 * can be injected.
 */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
