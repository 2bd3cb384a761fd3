/**
 * Signs with which a spreadsheet begins a formula, in half and full width (OWASP, CSV Injection). White space before them is
 * skipped by some programs, so it counts too.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the local code page. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** An apostrophe makes a spreadsheet show the rest as text. Every cell is quoted, so that no separator can be smuggled in. */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
