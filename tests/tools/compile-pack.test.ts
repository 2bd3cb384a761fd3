import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compilePack, loadPack, SCRIPTS_DIR } from '../../tools/compile-pack.ts';
import { packPlugin } from '../../tools/pack-plugin.ts';

let scripts: string;

beforeEach(() => {
  scripts = mkdtempSync(join(tmpdir(), 'sansheng-scripts-'));
  cpSync(SCRIPTS_DIR, scripts, { recursive: true });
});

afterEach(() => rmSync(scripts, { recursive: true }));

function problems(): readonly string[] {
  const compiled = compilePack(scripts);
  return compiled.ok ? [] : compiled.problems;
}

test('a copy of the shipped scripts is the shipped pack', () => {
  expect(problems()).toEqual([]);
  expect(loadPack(scripts)).toEqual(loadPack());
});

test('broken YAML is told with file and line', () => {
  appendFileSync(join(scripts, 'situations', 'noisy-line.yaml'), 'tags: [a\n');
  expect(problems().join('\n')).toMatch(/^situations\/noisy-line\.yaml: .* at line \d+/);
});

test('a file is named for its id', () => {
  renameSync(join(scripts, 'situations', 'noisy-line.yaml'), join(scripts, 'situations', 'loud-line.yaml'));
  expect(problems()).toEqual([
    'situations/loud-line.yaml: the file is named otherwise than its id noisy-line',
  ]);
});

test('an unknown field is told with its situation, and loadPack throws the list', () => {
  appendFileSync(join(scripts, 'situations', 'noisy-line.yaml'), 'colour: red\n');
  expect(problems()).toEqual(['noisy-line: colour is not a known field']);
  expect(() => loadPack(scripts)).toThrow(/not sound:\nnoisy-line: colour is not a known field/);
});

test('the build sees the whole pack in pack.yaml, watches every file, and leaves other modules alone', async () => {
  const watched: string[] = [];
  const context = { addWatchFile: (file: string) => watched.push(file) };
  const { load } = packPlugin();
  const code = load.call(context, join(SCRIPTS_DIR, 'pack.yaml'));
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code ?? '')}`);
  expect(module).toMatchObject({ pack: loadPack() });
  expect(watched).toContain(join(SCRIPTS_DIR, 'situations', 'greeting.yaml'));
  expect(load.call(context, join(SCRIPTS_DIR, 'directory.yaml'))).toBeNull();
});
