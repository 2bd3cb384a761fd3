import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPack } from '../../tools/compile-pack.ts';
import { newSituation } from '../../tools/new-situation.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sansheng-situation-'));
  for (const path of ['scripts', 'docs/handbook.md', 'tests/scripts/expected-orders.ts']) {
    cpSync(join(import.meta.dirname, '..', '..', path), join(root, path), { recursive: true });
  }
  mkdirSync(join(root, 'tests', 'stories', 'situations'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

test('a new situation is a sound script with a row, an order and a story to write', () => {
  const made = newSituation('lost-parcel', root);
  expect(made.ok).toBe(true);
  const situation = loadPack(join(root, 'scripts')).situations.find(({ id }) => id === 'lost-parcel');
  const row = readFileSync(join(root, 'docs', 'handbook.md'), 'utf8').match(
    /^\| (§2\.\d+) \| lost-parcel \|/m,
  );
  expect(situation?.handbook).toBe(row?.[1]);
  expect(readFileSync(join(root, 'tests/scripts/expected-orders.ts'), 'utf8')).toMatch(
    /'lost-parcel': \{.*\},\n\};\n$/,
  );
  const story = readFileSync(join(root, 'tests/stories/situations/lost-parcel.test.ts'), 'utf8');
  expect(story).toContain("picks('lost-parcel')");
});

test.each([
  ['silent-caller', 'exists'],
  ['Lost Parcel', 'not-an-id'],
  ['../escape', 'not-an-id'],
  ['', 'not-an-id'],
])('%o is refused: %s', (id, reason) => {
  expect(newSituation(id, root)).toEqual({ ok: false, reason });
});
