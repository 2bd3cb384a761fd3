import * as v from 'valibot';
import type { Measurement } from '../bench/helpers/bench-report.ts';

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly at: Date;
  /** Average of a minute, before the first benchmark. */
  readonly loadBefore: number;
}

const BEGIN = '<!-- written by npm run bench -- all -->';
const END = '<!-- end -->';

const subject = {
  bench: v.string(),
  metric: v.string(),
  subject: v.string(),
  unit: v.string(),
  n: v.number(),
};
const measurementSchema = v.union([
  v.object({ ...subject, p50: v.number(), p95: v.number(), p99: v.number() }),
  v.object({ ...subject, value: v.number() }),
]);

/** The rows among what a benchmark printed with `--json`; programs that it started print too. */
export function measurementsIn(printed: string): Measurement[] {
  return printed.split('\n').flatMap((line) => {
    const row = v.safeParse(v.pipe(v.string(), v.parseJson(), measurementSchema), line);
    return row.success ? [row.output] : [];
  });
}

/** The page with a new table between its two marks. */
export function withTable(
  page: string,
  rows: readonly Measurement[],
  machine: Machine,
  unfinished: readonly string[],
): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('the page has no place for the table');
  const { processor, cores, memoryGiB, at, loadBefore } = machine;
  const lines = [
    BEGIN,
    '',
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC; load ` +
      `${loadBefore.toFixed(1)} before the first benchmark${loadBefore > 0.5 ? ' (**other programs ran**)' : ''}.`,
    ...(unfinished.length === 0 ? [] : ['', `Not finished: ${unfinished.join(', ')}.`]),
    '',
    '| metric | subject | n | p50 | p95 | p99 | unit |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(rowOf),
    '',
  ];
  return `${page.slice(0, begin)}${lines.join('\n')}\n${page.slice(end)}`;
}

function rowOf(row: Measurement): string {
  const figures = 'value' in row ? [figure(row.value), '', ''] : [row.p50, row.p95, row.p99].map(figure);
  const cells = [row.metric, row.subject, String(row.n), ...figures, row.unit];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
