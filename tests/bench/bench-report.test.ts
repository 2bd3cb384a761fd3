import { expect, test } from 'vitest';
import { asTable, fromSamples, numberOption } from '../../bench/helpers/bench-report.ts';
import { percentiles } from '../../bench/helpers/percentiles.ts';

test('a percentile is a sample that was measured', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentiles(samples)).toEqual({ n: 100, p50: 50, p95: 95, p99: 99 });
  expect(percentiles([7])).toEqual({ n: 1, p50: 7, p95: 7, p99: 7 });
});

test('a peer is compared with ours in the same metric', () => {
  const row = (subject: string, samples: number[]) =>
    fromSamples({ bench: 'x', metric: 'answer', subject, unit: 'ms' }, samples);
  const table = asTable([row('ours', [10]), row('peer', [25])]).split('\n');
  expect(table[2]).toMatch(/answer {2}peer .* 2\.50$/);
});

test('numbers are read from the command line', () => {
  expect(numberOption('calls', 100, ['node', 'ring.ts', '--calls', '12'])).toBe(12);
  expect(numberOption('calls', 100, ['node', 'ring.ts', '--json'])).toBe(100);
});
