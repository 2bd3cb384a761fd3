import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each line is one thing a pure folder may not do. */
const IMPURE = [
  'export const clock = Date.now();',
  'export const date = new Date();',
  'setTimeout(() => undefined, 1);',
  'setInterval(() => undefined, 1);',
  "fetch('https://example.invalid');",
  'export const extension = browser.runtime;',
  'export const around = globalThis.fetch;',
  'export const since = performance.now();',
  'localStorage.clear();',
];

let folder: string;
let found: readonly { readonly rule: string; readonly path: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sansheng-pure-'));
  const configuration = await readFile('biome.json', 'utf8');
  await write(
    'biome.json',
    configuration.replace('"enabled": true, "clientKind"', '"enabled": false, "clientKind"'),
  );
  for (const folder of ['calls', 'rules/triggers', 'contract/pack', 'calls/sources', 'phone-host']) {
    await write(`${folder}/impure.ts`, `${IMPURE.join('\n')}\n`);
  }
  await write('storage/a.ts', "import { b } from './b.ts';\nexport const a = (): unknown => b;\n");
  await write('storage/b.ts', "import { a } from './a.ts';\nexport const b = (): unknown => a;\n");
  await write('storage/loose.ts', 'export const first = (list: any[]) => list[0]!;\n');
  found = await lint();
}, 30_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a pure folder has no clock, no timer, no network and no browser', () => {
  const banned = found
    .filter(({ rule }) => rule === 'lint/style/noRestrictedGlobals')
    .map(({ path }) => path);
  for (const folder of ['calls', 'rules/triggers', 'contract/pack']) {
    expect(banned.filter((path) => path === `${folder}/impure.ts`)).toHaveLength(IMPURE.length);
  }
});

test('call sources and the phone host may: they are where the world comes in', () => {
  const banned = found
    .filter(({ rule }) => rule === 'lint/style/noRestrictedGlobals')
    .map(({ path }) => path);
  expect(banned).not.toContain('calls/sources/impure.ts');
  expect(banned).not.toContain('phone-host/impure.ts');
});

test('import cycles, any and ! are refused', () => {
  const rulesOf = (file: string) => found.filter(({ path }) => path === file).map(({ rule }) => rule);
  expect(rulesOf('storage/a.ts')).toContain('lint/suspicious/noImportCycles');
  expect(rulesOf('storage/loose.ts')).toContain('lint/suspicious/noExplicitAny');
  expect(rulesOf('storage/loose.ts')).toContain('lint/style/noNonNullAssertion');
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const reportSchema = v.object({
  diagnostics: v.array(v.object({ category: v.string(), location: v.object({ path: v.string() }) })),
});

async function lint(): Promise<readonly { rule: string; path: string }[]> {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  // Findings make the exit code 1, so the promise rejects; the report is still on stdout.
  const { stdout } = await promisify(execFile)(resolve('node_modules/.bin/biome'), args, {
    cwd: folder,
  }).catch((error: unknown) => v.parse(v.object({ stdout: v.string() }), error));
  const { diagnostics } = v.parse(reportSchema, JSON.parse(stdout));
  return diagnostics.map(({ category, location }) => ({ rule: category, path: location.path }));
}
