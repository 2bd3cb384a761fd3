import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      link: v.optional(v.boolean(), false),
    }),
  ),
});

const versions = v.optional(v.record(v.string(), v.string()), {});
const packageSchema = v.object({ dependencies: versions, devDependencies: versions });

test('package-lock.json fixes every version and names no registry', async () => {
  const { packages } = v.parse(lockSchema, JSON.parse(await readFile('package-lock.json', 'utf8')));
  const entries = Object.entries(packages);
  expect(entries.length).toBeGreaterThan(100);
  for (const [path, { version, resolved, link }] of entries) {
    if (link) {
      expect(['server', 'bench']).toContain(resolved);
      continue;
    }
    expect({ path, version }).toEqual({ path, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect({ path, resolved }).toEqual({ path });
  }
});

test('.npmrc names no registry; each package is named in one exact version', async () => {
  expect(await readFile('.npmrc', 'utf8')).not.toMatch(/registry=|:\/\//);
  const known = new Map<string, string>();
  for (const folder of ['.', 'server', 'bench']) {
    const text = await readFile(`${folder}/package.json`, 'utf8');
    const { dependencies, devDependencies } = v.parse(packageSchema, JSON.parse(text));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(`${name} ${version}`).toBe(`${name} ${known.get(name) ?? version}`);
      known.set(name, version);
    }
  }
});
