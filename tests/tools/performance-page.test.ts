import { expect, test } from 'vitest';
import { measurementsIn, withTable } from '../../tools/performance-page.ts';

const row = { bench: 'x', metric: 'answer', unit: 'ms', n: 3 };
const machine = {
  processor: 'A processor',
  cores: 2,
  memoryGiB: 8,
  at: new Date('2026-11-30T10:00:00Z'),
  loadBefore: 0.2,
};
const page =
  '# Performance\n\n<!-- written by npm run bench -- all -->\nold\n<!-- end -->\n\nHow to read it.\n';

test('the rows of a benchmark are found among what other programs printed', () => {
  const printed = `ready\n{"level":30}\n${JSON.stringify({ ...row, subject: 'ours', value: 1.5 })}\n`;
  expect(measurementsIn(printed)).toEqual([{ ...row, subject: 'ours', value: 1.5 }]);
});

test('the table replaces the old one, with machine, date and load; the rest of the page stays', () => {
  const rows = [
    { ...row, subject: 'ours', p50: 1.234, p95: 20, p99: 300.7 },
    { ...row, subject: 'a | b', value: 2 },
  ];
  const written = withTable(page, rows, machine, []);
  expect(written).toContain('A processor, 2 cores, 8 GiB; 2026-11-30 10:00 UTC; load 0.2');
  expect(written).toContain('| answer | ours | 3 | 1.23 | 20.0 | 301 | ms |');
  expect(written).toContain('| answer | a \\| b | 3 | 2.00 |  |  | ms |');
  expect(written).not.toContain('old');
  expect(written).toMatch(/How to read it\.\n$/);
  expect(withTable(written, rows, machine, [])).toBe(written);
});

test('figures of a busy machine, and benchmarks that did not finish, are marked', () => {
  const written = withTable(page, [], { ...machine, loadBefore: 9 }, ['audio']);
  expect(written).toContain('(**other programs ran**)');
  expect(written).toContain('Not finished: audio.');
});

test('a page without a place for it is an error', () => {
  expect(() => withTable('# Performance', [], machine, [])).toThrow('no place');
});
