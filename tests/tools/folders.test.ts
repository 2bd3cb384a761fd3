import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * A repository with every import between folders and every other forbidden import.
 * dependency-cruiser must report exactly those that docs/architecture.md forbids.
 */
let repository: string;
let broken: ReadonlySet<string>;
let table: ReadonlyMap<string, readonly string[]>;

const BESIDE = ['tests', 'bench', 'tools'];

beforeAll(async () => {
  table = readFolderTable(await readFile('docs/architecture.md', 'utf8'));
  repository = await mkdtemp(join(tmpdir(), 'sansheng-folders-'));
  const folders = [...table.keys(), ...BESIDE];
  for (const folder of folders) {
    await write(`${folder}/target.ts`, 'export const here = 1;\n');
    for (const other of folders) {
      if (folder === other) continue;
      await write(`${folder}/to-${other}.ts`, `import type {} from '../${other}/target.ts';\n`);
    }
    for (const name of ['dexie', 'jssip', 'wxt'])
      await write(`${folder}/uses-${name}.ts`, `import '${name}';\n`);
    await write(`${folder}/uses-node.tsx`, "import 'node:fs';\nexport const x = <p>text</p>;\n");
  }
  await write('calls/sources/jssip/jssip-source.ts', "import 'jssip';\nimport 'wxt';\n");
  await write('storage/ring-a.ts', "import './ring-b.ts';\n");
  await write('storage/ring-b.ts', "import './ring-a.ts';\n");
  for (const name of ['dexie', 'jssip', 'wxt']) {
    await write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    await write(`node_modules/${name}/index.js`, '');
  }
  await write('tsconfig.json', '{}');
  broken = await cruise(folders);
}, 30_000);

afterAll(() => rm(repository, { recursive: true, force: true }));

test('the table in docs/architecture.md is the one that is checked', () => {
  const expected = [...table].flatMap(([folder, allowed]) =>
    [...table.keys(), ...BESIDE]
      .filter((other) => other !== folder && !allowed.includes(other))
      .map((other) => `folder-${folder}: ${folder}/to-${other}.ts`),
  );
  expect([...broken].filter((line) => line.startsWith('folder-')).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(80);
});

test('only storage/ knows Dexie, and only its source knows JsSIP', () => {
  expect(broken).toContain('only-storage-knows-dexie: phone-host/uses-dexie.ts');
  expect(broken).not.toContain('only-storage-knows-dexie: storage/uses-dexie.ts');
  expect(broken).toContain('only-jssip-source-knows-jssip: phone-host/uses-jssip.ts');
  expect(broken).not.toContain('only-jssip-source-knows-jssip: calls/sources/jssip/jssip-source.ts');
});

test('pure folders know no browser, and what is shipped knows no Node', () => {
  expect(broken).toContain('pure-folders-know-no-browser: rules/uses-wxt.ts');
  expect(broken).not.toContain('pure-folders-know-no-browser: calls/sources/jssip/jssip-source.ts');
  expect(broken).not.toContain('pure-folders-know-no-browser: entrypoints/uses-wxt.ts');
  expect(broken).toContain('shipped-folders-know-no-node: components/uses-node.tsx');
  expect(broken).not.toContain('shipped-folders-know-no-node: practice/uses-node.tsx');
});

test('a circle is found', () => {
  expect(broken).toContain('no-circular: storage/ring-a.ts');
});

/**
 * `| calls/ | … | audio, rules |` → calls: [audio, rules]; only the table whose head ends in "may
 * import".
 */
function readFolderTable(markdown: string): ReadonlyMap<string, readonly string[]> {
  const [, body = ''] = markdown.split(/^\| folder \|.*may import \|\n.*\n/m);
  const rows = body.split('\n\n')[0]?.split('\n') ?? [];
  return new Map(
    rows.map((row) => {
      const [, folder = '', , allowed = ''] = row.split('|').map((cell) => cell.trim());
      return [folder.replace(/\/$/, ''), allowed.split(', ').filter((name) => name !== '')];
    }),
  );
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(repository, path)), { recursive: true });
  await writeFile(join(repository, path), text);
}

const reportSchema = v.object({
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), rule: v.object({ name: v.string() }) })),
  }),
});

/** `rule: file` for each violation. */
async function cruise(folders: readonly string[]): Promise<ReadonlySet<string>> {
  const command = resolve('node_modules/.bin/depcruise');
  const args = ['--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  // Its exit code is the number of violations, so the promise rejects; the report is still on
  // stdout.
  const { stdout } = await promisify(execFile)(command, args, { cwd: repository, maxBuffer: 2 ** 26 }).catch(
    (error: unknown) => v.parse(v.object({ stdout: v.string() }), error),
  );
  const { summary } = v.parse(reportSchema, JSON.parse(stdout));
  return new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`));
}
