import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tableAsCsv } from '../../../contract/table/csv.ts';
import { readCsv } from '../../../contract/table/read-csv.ts';
import { HOSTILE_CELLS } from '../../helpers/hostile-cells.ts';

it.each([
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a","b"\n"x, ""y""","z\nz"',
    [
      ['a', 'b'],
      ['x, "y"', 'z\nz'],
    ],
  ],
  ['a,b\n"open, 1\n2', [['a', 'b'], ['open, 1\n2']]],
  ['a\n\n b"c ', [['a'], [''], [' b"c ']]],
  ['', []],
])('%j is read', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

it('reads what this extension writes, formulas too', () => {
  const rows = HOSTILE_CELLS.map((cell) => [cell, 'x']);
  expect(readCsv(tableAsCsv({ headings: ['a', 'b'], rows, timeZone: 'UTC' }))).toEqual([['a', 'b'], ...rows]);
});

it('never fails', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => readCsv(text).every((row) => row.length > 0)),
  );
});
