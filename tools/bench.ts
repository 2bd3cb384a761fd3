/**
 * `npm run bench -- NAME [--json]` runs bench/NAME.ts and its parts, bench/NAME-*.ts; without a
 * name it lists them. `npm run bench -- all [--json]` runs everything within 20 minutes and writes
 * the table of docs/performance.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { type Measurement, printReport } from '../bench/helpers/bench-report.ts';
import { measurementsIn, withTable } from './performance-page.ts';
import { runCommand } from './suite/run-command.ts';

const PAGE = 'docs/performance.md';
const ALL_WITHIN_MS = 19 * 60_000;
/** Fewer rounds of the longest ones, so that all fit. */
const IN_ALL: Readonly<Record<string, readonly string[]>> = {
  audio: ['--calls', '40'],
  notes: ['--opens', '10'],
  ring: ['--calls', '60'],
  tap: ['--calls', '40', '--frames', '200'],
};

const [name, ...args] = process.argv.slice(2);
const names = readdirSync('bench')
  .filter((entry) => entry.endsWith('.ts'))
  .map((entry) => entry.slice(0, -3));
const meant = names.filter((entry) => name === 'all' || entry === name || entry.startsWith(`${name}-`));
if (meant.length === 0) {
  console.error(`npm run bench -- NAME [--json]\nNAME is one of: all, ${names.join(', ')}`);
  process.exit(1);
}
// Some open the built extension; all need the settings for TypeScript that WXT generates.
if (!(await runCommand(['wxt', 'build', '--level', 'warn']))) process.exit(1);
if (name === 'all') await runAll();
else {
  for (const one of meant) {
    if (!(await runCommand(['tsx', `bench/${one}.ts`, ...args]))) process.exitCode = 1;
  }
}

async function runAll(): Promise<void> {
  const [before = 0] = loadavg();
  const end = Date.now() + ALL_WITHIN_MS;
  const rows: Measurement[] = [];
  const unfinished: string[] = [];
  for (const one of meant) {
    const left = end - Date.now();
    const printed: Buffer[] = [];
    const command = ['tsx', `bench/${one}.ts`, '--json', ...(IN_ALL[one] ?? [])] as const;
    const finished = left > 0 && (await runCommand(command, {}, printed, left));
    rows.push(...measurementsIn(Buffer.concat(printed).toString()));
    if (!finished) {
      unfinished.push(one);
      console.error(`bench: ${one} did not finish\n${Buffer.concat(printed).toString().slice(-2_000)}`);
      process.exitCode = 1;
    }
  }
  printReport(rows, args.includes('--json'));
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    at: new Date(),
    loadBefore: before,
  };
  writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), rows, machine, unfinished));
}
