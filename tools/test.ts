/**
 * `npm test` runs everything; `npm run check` (`--fast`) what takes seconds; `npm run soak`
 * (`--soak`) the hard tests many times; `npm test -- imports unit` these parts alone. Every part
 * runs, even after failures. The last line is `N passed, N failed, N skipped`.
 */
import type { Part, PartResult } from './suite/part.ts';
import { allGroups, FAST_GROUPS } from './suite/parts.ts';

const asked = process.argv.slice(2);
const names = asked.filter((word) => !word.startsWith('--'));
const groups = asked.includes('--fast') ? FAST_GROUPS : allGroups(asked.includes('--soak'));
const all = groups.flat();
const isAsked = ({ name }: Part) => names.length === 0 || names.includes(name);
const unknown = names.filter((name) => !all.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No part is called ${unknown.join(', ')}; there are: ${all.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}
const results: (PartResult & { readonly name: string; readonly seconds: number })[] = [];

for (const group of groups.map((parts) => parts.filter(isAsked))) {
  await Promise.all(group.map((part) => run(part, group.length === 1)));
}

async function run(part: Part, alone: boolean): Promise<void> {
  const heading = `\n━━ ${part.name} · ${part.about} ━━`;
  const collected: Buffer[] = [];
  if (alone) console.log(heading);
  const began = performance.now();
  const result = await part.run(alone ? 'live' : collected);
  if (!alone) console.log(`${heading}\n${Buffer.concat(collected).toString()}`);
  results.push({ ...result, name: part.name, seconds: (performance.now() - began) / 1000 });
}

console.log('\n━━ summary ━━');
for (const { name, seconds, passed, failed, skipped } of results) {
  const counts = `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   ${counts}`);
}
for (const name of results.flatMap(({ skipped }) => skipped)) console.log(`skipped  ${name}`);
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`failed  ${failure}`);
for (const name of results.flatMap(({ triedTwice }) => triedTwice)) console.log(`run twice  ${name}`);

const sum = (count: (result: PartResult) => number) =>
  results.reduce((total, result) => total + count(result), 0);
const failed = sum((result) => result.failed);
console.log(
  `\n${sum(({ passed }) => passed)} passed, ${failed} failed, ${sum(({ skipped }) => skipped.length)} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;
