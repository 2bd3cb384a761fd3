import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({ version: v.optional(v.string()), resolved: v.optional(v.string()) }),
  ),
});

test('package-lock.json fixes every version and names no registry', async () => {
  const { packages } = v.parse(lockSchema, JSON.parse(await readFile('package-lock.json', 'utf8')));
  const entries = Object.entries(packages);
  expect(entries.length).toBeGreaterThan(100);
  for (const [path, { version, resolved }] of entries) {
    expect({ path, version }).toEqual({ path, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect({ path, resolved }).toEqual({ path });
  }
});

test('.npmrc names no registry, and package.json only exact versions', async () => {
  expect(await readFile('.npmrc', 'utf8')).not.toMatch(/registry=|:\/\//);
  const schema = v.object({ devDependencies: v.record(v.string(), v.string()) });
  const { devDependencies } = v.parse(schema, JSON.parse(await readFile('package.json', 'utf8')));
  for (const [name, version] of Object.entries(devDependencies)) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
  }
});
