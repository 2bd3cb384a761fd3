/**
 * `npm run bench -- NAME [--json]` runs bench/NAME.ts and its parts, bench/NAME-*.ts; without a
 * name it lists them.
 */
import { readdirSync } from 'node:fs';
import { runCommand } from './suite/run-command.ts';

const [name, ...args] = process.argv.slice(2);
const names = readdirSync('bench')
  .filter((entry) => entry.endsWith('.ts'))
  .map((entry) => entry.slice(0, -3));
const meant = names.filter((entry) => entry === name || entry.startsWith(`${name}-`));
if (meant.length === 0) {
  console.error(`npm run bench -- NAME [--json]\nNAME is one of: ${names.join(', ')}`);
  process.exit(1);
}
// Some open the built extension; all need the settings for TypeScript that WXT generates.
if (!(await runCommand(['wxt', 'build', '--level', 'warn']))) process.exit(1);
for (const one of meant) {
  if (!(await runCommand(['tsx', `bench/${one}.ts`, ...args]))) process.exitCode = 1;
}
