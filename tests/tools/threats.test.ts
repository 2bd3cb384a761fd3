import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Rows of the tables of docs/security.md: threat, defence, tests. */
const ROWS = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|---) /.test(line))
  .map((line) => line.replace(/^\| | \|$/g, '').split(' | '));

test.each(ROWS.map((cells) => [cells[0], cells] as const))('%s: has a test that exists', (_, cells) => {
  expect(cells).toHaveLength(3);
  const files = [...(cells[2] ?? '').matchAll(/`(tests\/[\w./-]+\.test\.tsx?)`/g)].map(
    ([, file = '']) => file,
  );
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
