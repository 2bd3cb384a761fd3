import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as v from 'valibot';

const names = v.optional(v.record(v.string(), v.string()), {});
const packageSchema = v.object({ dependencies: names });

/**
 * Copies installed packages and all that they depend on, each to the place in `target` that it has
 * here: a version that only one of them wants stays below that one. Gives how many they were.
 * `from`: the folder of the one that imports them.
 */
export function copyPackages(wanted: readonly string[], from: string, target: string): number {
  const found = new Set<string>();
  const visit = (name: string, importer: string): void => {
    const folder = findPackage(name, importer);
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies } = v.parse(
      packageSchema,
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    for (const other of Object.keys(dependencies)) visit(other, folder);
  };
  for (const name of wanted) visit(name, from);
  for (const folder of found) {
    // What lies below is copied for those that want it.
    const filter = (path: string) => relative(folder, path).split('/')[0] !== 'node_modules';
    cpSync(folder, join(target, placeOf(folder)), { recursive: true, dereference: true, filter });
  }
  return found.size;
}

/** A workspace's own packages join the others: `node_modules` is the first of its name. */
function placeOf(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.slice(path.indexOf('node_modules'));
}

/** As Node resolves it: beside the importer, or beside a folder above it. */
function findPackage(name: string, importer: string): string {
  for (let folder = resolve(importer); ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules', name);
    if (existsSync(join(here, 'package.json'))) return here;
    if (folder === dirname(folder)) throw new Error(`${name}, which ${importer} imports, is not installed.`);
  }
}
