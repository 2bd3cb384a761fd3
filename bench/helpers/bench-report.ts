import { type Percentiles, percentiles } from './percentiles.ts';

interface Subject {
  readonly bench: string;
  /** The name of the measurement, the same for every subject of a comparison. */
  readonly metric: string;
  /** `ours`, or the peer's name. */
  readonly subject: string;
  readonly unit: string;
}

/** One line of a report: a spread over `n` samples, or one figure. */
export type Measurement = Subject & (Percentiles | { readonly n: number; readonly value: number });

export function fromSamples(subject: Subject, samples: readonly number[]): Measurement {
  return { ...subject, ...percentiles(samples) };
}

/** True if the command line asks for JSON lines. */
export function wantsJson(args: readonly string[] = process.argv): boolean {
  return args.includes('--json');
}

/** The number behind `--name`, or the default. */
export function numberOption(
  name: string,
  otherwise: number,
  args: readonly string[] = process.argv,
): number {
  const value = Number(args[args.indexOf(`--${name}`) + 1]);
  return args.includes(`--${name}`) && Number.isFinite(value) ? value : otherwise;
}

/** Prints one JSON object a line, or a table that compares every peer with `ours` by its median. */
export function printReport(rows: readonly Measurement[], json = wantsJson()): void {
  console.log(json ? rows.map((row) => JSON.stringify(row)).join('\n') : asTable(rows));
}

const HEAD = ['metric', 'subject', 'n', 'p50', 'p95', 'p99', 'unit', '× ours'];

export function asTable(rows: readonly Measurement[]): string {
  const cells = rows.map((row) => [
    row.metric,
    row.subject,
    String(row.n),
    ...('value' in row ? [figure(row.value), '', ''] : [figure(row.p50), figure(row.p95), figure(row.p99)]),
    row.unit,
    ratio(row, rows),
  ]);
  const lines = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column < 2 || column === 6 ? cell.padEnd(width) : cell.padStart(width);
}

function ratio(row: Measurement, rows: readonly Measurement[]): string {
  const ours = rows.find(({ metric, subject }) => metric === row.metric && subject === 'ours');
  if (ours === undefined || ours === row) return '';
  const times = middle(row) / middle(ours);
  return Number.isFinite(times) ? times.toFixed(2) : '';
}

function middle(row: Measurement): number {
  return 'value' in row ? row.value : row.p50;
}

/** Three significant digits are more than two shared cores can repeat. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
