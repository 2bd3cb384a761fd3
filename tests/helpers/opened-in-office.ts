import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A cell as LibreOffice holds it: its type, and what it would calculate with or shows. */
export interface OpenedCell {
  readonly type: 'string' | 'float' | 'date' | 'empty' | 'formula';
  readonly value: string;
}

/** Sheets by name, each with its rows. */
export type OpenedWorkbook = ReadonlyMap<string, readonly (readonly OpenedCell[])[]>;

/** The office takes seconds to start, and minutes on a busy machine: open many files at once. */
export const OFFICE_MS = 170_000;

/** Converts files by one start of LibreOffice; gives their contents in the same order. */
export async function convertedByOffice(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  to: string,
): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-office-'));
  try {
    for (const [name, content] of files) await writeFile(join(folder, name), content);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const paths = files.map(([name]) => join(folder, name));
    const out = join(folder, 'out');
    await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths], {
      timeout: OFFICE_MS,
    });
    const [ending = ''] = to.split(':');
    return await Promise.all(
      files.map(([name]) => readFile(join(out, name.replace(/\.\w+$/, `.${ending}`)))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice has in each cell of some workbooks. */
export async function openedInOffice(files: readonly Blob[]): Promise<readonly OpenedWorkbook[]> {
  const named = await Promise.all(
    files.map(async (file, at) => [`${at}.xlsx`, new Uint8Array(await file.arrayBuffer())] as const),
  );
  const flat = await convertedByOffice(named, 'fods');
  return flat.map((xml) => workbookOf(new TextDecoder().decode(xml)));
}

/** Of a flat OpenDocument spreadsheet (OASIS ODF 1.3, part 3, 9.1). */
function workbookOf(xml: string): OpenedWorkbook {
  const tables = [...xml.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs)];
  return new Map(
    tables.map(([, name = '', content = '']) => [
      plain(name),
      [...content.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)]
        .map(([, row = '']) => withoutEnd(cellsOf(row)))
        .filter((row) => row.length > 0),
    ]),
  );
}

function cellsOf(row: string): OpenedCell[] {
  const cells = row.matchAll(/<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:[a-z-]*cell>)/gs);
  return [...cells].flatMap(([, attributes = '', content = '']) => {
    const cell = cellOf(attributes, content);
    const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    return Array.from({ length: Math.min(repeated, 100) }, () => cell);
  });
}

function cellOf(attributes: string, content: string): OpenedCell {
  const attribute = (name: string) => new RegExp(`office:${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (attributes.includes('table:formula')) return { type: 'formula', value: attributes };
  switch (attribute('value-type')) {
    case 'string':
      return { type: 'string', value: textOf(content) };
    case 'float':
      return { type: 'float', value: attribute('value') };
    case 'date':
      return { type: 'date', value: attribute('date-value') };
    default:
      return { type: 'empty', value: '' };
  }
}

function textOf(content: string): string {
  return [...content.matchAll(/<text:p[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)]
    .map(([, text = '']) => plain(text.replaceAll('<text:s/>', ' ').replaceAll(/<[^>]*>/g, '')))
    .join('\n');
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function withoutEnd(cells: OpenedCell[]): OpenedCell[] {
  const last = cells.findLastIndex(({ type }) => type !== 'empty');
  return cells.slice(0, last + 1);
}
