import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPack, SCRIPTS_DIR } from '../../tools/compile-pack.ts';
import { packJsonSchema } from '../../tools/write-pack-schema.ts';
import { PICKED_SITUATIONS } from '../stories/situations/picked-situations.ts';

const pack = loadPack();
const ids = pack.situations.map(({ id }) => id).sort();
/** Scripts without a branch or a wait share one story. */
const TABLE = 'picked-situations.test.ts';
const stories = join(import.meta.dirname, '..', 'stories', 'situations');

test('every situation is one file of that name', () => {
  expect(readdirSync(join(SCRIPTS_DIR, 'situations')).sort()).toEqual(ids.map((id) => `${id}.yaml`));
});

test('every situation has its story, and every story its situation', () => {
  const files = readdirSync(stories).filter((name) => name.endsWith('.test.ts') && name !== TABLE);
  const rows = PICKED_SITUATIONS.map(({ id }) => `${id}.test.ts`);
  expect([...files, ...rows].sort()).toEqual(ids.map((id) => `${id}.test.ts`));
});

test('the editor’s schema is the one that the code gives; npx tsx tools/write-pack-schema.ts writes it', () => {
  expect(readFileSync(join(SCRIPTS_DIR, 'pack.schema.json'), 'utf8')).toBe(packJsonSchema());
});

test('every file names its part of the schema in its first line', () => {
  const kinds = new Set(Object.keys(JSON.parse(packJsonSchema()).$defs));
  const files = readdirSync(SCRIPTS_DIR, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  expect(files.length).toBeGreaterThan(60);
  for (const file of files) {
    const [first = ''] = readFileSync(join(SCRIPTS_DIR, file), 'utf8').split('\n');
    const up = file.includes('/') ? '..' : '.';
    const kind = first.replace(`# yaml-language-server: $schema=${up}/pack.schema.json#/$defs/`, '');
    expect(kinds.has(kind), `${file}: ${first}`).toBe(true);
  }
});

test('the first line of the README says what scripts are here', () => {
  const [first] = readFileSync(join(SCRIPTS_DIR, 'README.md'), 'utf8').split('\n');
  expect(first).toContain('call scripts (话术)');
});
