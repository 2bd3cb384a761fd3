import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Table } from '../../contract/table/table.ts';
import { tableAsXlsx } from '../../contract/table/xlsx.ts';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';
import { describeWith } from '../helpers/need-program.ts';

const run = promisify(execFile);

describeWith(['soffice'], 'an exported workbook in LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sansheng-sheet-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What LibreOffice shows in each cell, the headings first. */
  const opened = async (table: Table): Promise<string[][]> => {
    const file = join(folder, 'table.xlsx');
    await writeFile(file, Buffer.from(await (await tableAsXlsx(table)).arrayBuffer()));
    // Tab, no quotes, UTF-8, from the first line, cells as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):9,,76,1,,0,false,true';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
      timeout: 50_000,
    });
    const text = await readFile(join(folder, 'table.csv'), 'utf8');
    return text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  };

  it('shows numbers with their zeros, moments on the local clock, and no formula', async () => {
    const harmless = HOSTILE_CELLS.filter((text) => !/[\t\r\n"]/.test(text));
    const at = Date.parse('2026-11-22T10:00:30+08:00');
    const shown = await opened({
      headings: ['号码', '时间', '振铃', '备注'],
      rows: [['+8613900001234', { at }, 3, '0283'], ...harmless.map((text) => [text, { at }, 1, text])],
      timeZone: 'Asia/Shanghai',
    });
    expect(shown[0]).toEqual(['号码', '时间', '振铃', '备注']);
    expect(shown[1]).toEqual(['+8613900001234', '2026-11-22 10:00:30', '3', '0283']);
    expect(shown.slice(2).map(([text, , , remark]) => [text, remark])).toEqual(
      harmless.map((text) => [text, text]),
    );
  });
});
