import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const DOCS = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const TOP = new Set(execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').map(topFolder));

const SCRIPTS = new Set(
  Object.keys(
    v.parse(
      v.object({ scripts: v.record(v.string(), v.string()) }),
      JSON.parse(readFileSync('package.json', 'utf8')),
    ).scripts,
  ),
);

/** Names that stand for a file the reader creates: `contract/triggers/KIND.ts`, `my-kind.ts`. */
const PLACEHOLDER = /\b(?!README|CONTRIBUTING)[A-Z]{3,}\b|\bmy-/;

test.each(DOCS)('%s names only files and folders that exist', (doc) => {
  const text = readFileSync(doc, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  const paths = [...new Set([...pathsInCode(text), ...pathsInProse(text)])].map((path) => ({
    path,
    found: existsSync(path) || existsSync(join(dirname(doc), path)),
  }));
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => ({
    path,
    found: existsSync(join(dirname(doc), path)),
  }));
  expect([...paths, ...links].filter(({ found }) => !found).map(({ path }) => path)).toEqual([]);
});

test.each(DOCS)('%s names only npm scripts that exist', (doc) => {
  const named = [...readFileSync(doc, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !SCRIPTS.has(name))).toEqual([]);
});

test('docs are found', () => {
  expect(DOCS).toContain('docs/architecture.md');
  expect(TOP).toContain('contract');
});

/** `storage/vault/codec.ts` in backquotes: a path from a top-level folder. */
function pathsInCode(text: string): readonly string[] {
  return [...text.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, path = '']) => path).filter(isOurs);
}

/** storage/vault/codec.ts without backquotes: only with an extension. */
function pathsInProse(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w/.-])((?:[\w-]+\/)+[\w-]+(?:\.[\w-]+)*\.(?:ts|tsx|md|yaml|json|wat))\b/g)]
    .map(([, path = '']) => path)
    .filter(isOurs);
}

function isOurs(path: string): boolean {
  const top = topFolder(path);
  return top !== '' && TOP.has(top) && !PLACEHOLDER.test(path);
}

function topFolder(path: string): string {
  return path.split('/')[0] ?? '';
}
