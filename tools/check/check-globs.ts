/**
 * `import.meta.glob` is an import that dependency-cruiser does not see. This check resolves each
 * pattern and applies the same folder table.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import * as v from 'valibot';

const folders = v.parse(
  v.record(v.string(), v.array(v.string())),
  createRequire(import.meta.url)('./folder-table.cjs'),
);

const CALL = /import\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|'[^']*')/g;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(file));

const crossed = files.flatMap((file) => {
  const [from = ''] = file.split('/');
  const allowed = folders[from];
  if (allowed === undefined) return [];
  return globsOf(file)
    .map((pattern) => normalize(join(dirname(file), pattern)).split('/')[0] ?? '')
    .filter((to) => to !== from && !allowed.includes(to))
    .map((to) => `${file}: ${from}/ may not import ${to}/ (import.meta.glob)`);
});
for (const line of crossed) console.log(line);
process.exitCode = crossed.length > 0 ? 1 : 0;

function globsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(CALL)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']*)'/g)].map(([, pattern = '']) => pattern),
  );
}
