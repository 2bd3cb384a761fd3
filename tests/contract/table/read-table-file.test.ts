import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTableFile } from '../../../contract/table/read-table-file.ts';
import { unpackedSize } from '../../../contract/table/unpacked-size.ts';
import { tablesAsXlsx } from '../../../contract/table/xlsx.ts';

const MB = 1_000_000;
const zipped = (files: Zippable) => zipSync(files, { level: 9 });
const fileOf = (bytes: Uint8Array) => new Blob([bytes.slice()]);

async function workbook(rows: number): Promise<Blob> {
  const table = {
    headings: ['电话', '姓'],
    rows: Array.from({ length: rows }, (_, at) => [`1390000${1000 + at}`, '王']),
    timeZone: 'Asia/Shanghai',
  };
  return tablesAsXlsx([{ name: '名单', table }]);
}

describe('a list from a file', () => {
  it('is read with its headings', async () => {
    const read = await readTableFile(await workbook(300));
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.rows.length).toBe(301);
  });

  it('is refused as too large beyond what anybody hands out, packed or not', async () => {
    expect(await readTableFile(await workbook(6_000))).toEqual({ ok: false, reason: 'too-large' });
    expect(await readTableFile(await workbook(6_000), 7_000)).toMatchObject({ ok: true });
    const lines = new Blob(['电话\n', '13900001234\n'.repeat(6_000)]);
    expect(await readTableFile(lines)).toEqual({ ok: false, reason: 'too-large' });
    expect(await readTableFile(new Blob(['x'.repeat(2 * MB + 1)]))).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });
});

describe('an archive that unpacks to too much', () => {
  it.each([
    ['one file of 40 MB of nothing', { 'xl/worksheets/sheet1.xml': new Uint8Array(40 * MB) }],
    [
      'forty files of 1 MB',
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(MB)])),
    ],
    [
      'a workbook with a picture of 40 MB beside its sheet',
      { 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'), 'xl/media/1.bmp': new Uint8Array(40 * MB) },
    ],
  ])('is refused in words before anything is unpacked: %s', async (_, files) => {
    const bytes = zipped(files);
    expect(bytes.length).toBeLessThan(100_000);
    expect(unpackedSize(bytes)).toBeGreaterThanOrEqual(40 * MB);
    expect(await readTableFile(fileOf(bytes))).toEqual({ ok: false, reason: 'too-large' });
  });

  it('that lies about its size is not unpacked beyond what it says', async () => {
    const bytes = zipped({ 'xl/workbook.xml': new Uint8Array(40 * MB) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      const signature = view.getUint32(at, true);
      // The size in the directory, and in the file's own header.
      if (signature === 0x02014b50) view.setUint32(at + 24, 1_000, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 1_000, true);
    }
    expect(unpackedSize(bytes)).toBe(1_000);
    expect(await readTableFile(fileOf(bytes))).toMatchObject({ ok: false });
  });

  it.each([
    ['the first bytes of an archive', new Uint8Array([0x50, 0x4b, 3, 4])],
    ['one without its directory', zipped({ 'a.xml': strToU8('x') }).slice(0, 40)],
    ['one whose directory lies outside', corrupted()],
    ['one that is no workbook', zipped({ 'readme.txt': strToU8('x') })],
  ])('%s is refused as unreadable', async (_, bytes) => {
    expect(await readTableFile(fileOf(bytes))).toEqual({ ok: false, reason: 'unreadable' });
  });
});

/** The end record points behind the file. */
function corrupted(): Uint8Array {
  const bytes = zipped({ 'a.xml': strToU8('x') });
  new DataView(bytes.buffer).setUint32(bytes.length - 6, 0x7fffffff, true);
  return bytes;
}
