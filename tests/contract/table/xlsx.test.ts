import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../contract/table/table.ts';
import { tablesAsXlsx } from '../../../contract/table/xlsx.ts';
import { HOSTILE_CELLS } from '../../helpers/hostile-cells.ts';

const MORNING = Date.parse('2026-11-22T10:00:30+08:00');

/** The bytes of a workbook with these rows under one heading a column. */
async function written(rows: readonly (readonly Cell[])[], timeZone = 'Asia/Shanghai'): Promise<Buffer> {
  const headings = (rows[0] ?? []).map((_cell, at) => `列${at + 1}`);
  return Buffer.from(
    await (await tablesAsXlsx([{ name: '表', table: { headings, rows, timeZone } }])).arrayBuffer(),
  );
}

/** What another program reads in the rows below the headings. */
async function read(rows: readonly (readonly Cell[])[], timeZone?: string): Promise<unknown[][]> {
  const [sheet] = await readXlsxFile(await written(rows, timeZone), { trim: false });
  return (sheet?.data ?? []).slice(1);
}

describe('a table for Excel', () => {
  it('keeps a number that is text as text: its plus, its zeros, all its digits', async () => {
    const numbers = ['+8613900001234', '0283', '000', '621700123456789012345', '1e5', '2026-11-22'];
    expect(await read(numbers.map((number) => [number, 'x']))).toEqual(
      numbers.map((number) => [number, 'x']),
    );
  });

  it('has numbers and moments that can be counted with, each on the clock of its team', async () => {
    expect(await read([[3, { at: MORNING }]])).toEqual([[3, new Date('2026-11-22T10:00:30Z')]]);
    const [[, inNewfoundland] = []] = await read([[3, { at: MORNING }]], 'America/St_Johns');
    expect(inNewfoundland).toEqual(new Date('2026-11-21T22:30:30Z'));
  });

  it('leaves a cell empty where there is nothing, or no moment', async () => {
    expect(await read([[null, '', { at: 8.65e15 }, 'x']])).toEqual([[null, null, null, 'x']]);
  });

  it.each(HOSTILE_CELLS)('has no formula, whatever a text says: %j', async (hostile) => {
    const files = unzipSync(await written([[hostile, 'x']]));
    const all = Object.values(files).map((file) => strFromU8(file));
    expect(all.filter((file) => /<f[ >/]/.test(file))).toEqual([]);
    const [[text] = []] = await read([[hostile, 'x']]);
    expect(text).not.toMatch(/^'/);
  });

  it('shows what looks like an escape of the format as it was typed', async () => {
    const files = unzipSync(await written([['_x003D_1+1', 'x']]));
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
    expect(all).toContain('_x005F_x003D_1+1');
  });

  it('opens although a text is longer than a cell may be, or holds what XML cannot', async () => {
    const [[long, odd] = []] = await read([['长'.repeat(40_000), 'a\0b\u001fc\ud800d']]);
    expect(long).toHaveLength(32_767);
    expect(odd).toMatch(/^ab?c?d?/);
  });

  it('escapes markup', async () => {
    const markup = '</t></si><si><t>&amp;"\'';
    expect(await read([[markup, 'x']])).toEqual([[markup, 'x']]);
  });
});
