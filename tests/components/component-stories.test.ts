import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../tools/gallery/states/index.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

const components = filesIn('components');

/** Who imports a file, over other components too. */
const importers = new Map<string, Set<string>>();
for (const file of [...components, ...filesIn('pages')]) {
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\..*?)'/g)) {
    const imported = join(dirname(file), path);
    importers.set(imported, (importers.get(imported) ?? new Set()).add(file));
  }
}

/** The pages that use a file. pages/session/ is part of every page. */
function pagesThatUse(file: string): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const importer of importers.get(file) ?? []) {
    const [folder, page = ''] = importer.split('/');
    if (folder === 'components') for (const one of pagesThatUse(importer)) pages.add(one);
    else if (page === 'session') for (const one of ['panel', 'options', 'lead']) pages.add(one);
    else pages.add(page);
  }
  return pages;
}

describe('components/', () => {
  it.each(components)('%s is used by two pages or more', (file) => {
    expect([...pagesThatUse(file)].length).toBeGreaterThanOrEqual(2);
  });

  it.each(components.filter((file) => file.endsWith('.tsx')))('%s has a story in the gallery', (file) => {
    const story = `component ${basename(file, '.tsx')}`;
    expect(STATES.some(({ name }) => name === story || name.startsWith(`${story}-`))).toBe(true);
  });
});
