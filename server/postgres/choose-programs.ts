import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preparePrograms } from './programs.ts';

/** Debian's place for the versions of PostgreSQL. */
const SYSTEM = '/usr/lib/postgresql';
const OLDEST_MAJOR = 15;

/**
 * The folder of the programs for a data directory. A new one gets the newest PostgreSQL of the
 * system, so that the system's updates and tools fit it, or else the one of the npm package. An
 * existing one keeps what made it: versions do not read each other's data.
 */
export async function choosePrograms(home: string, data: string): Promise<string> {
  if ((await readdir(home)).some((name) => name.startsWith('postgres-'))) return await preparePrograms(home);
  const system = await systemPrograms();
  const versionFile = join(data, 'PG_VERSION');
  if (!existsSync(versionFile)) return system.at(-1)?.folder ?? (await preparePrograms(home));
  const major = Number(await readFile(versionFile, 'utf8'));
  const found = system.find((one) => one.major === major);
  if (found === undefined) throw new Error(`${data} was made by PostgreSQL ${major}: install that version.`);
  return found.folder;
}

/** The oldest first. */
async function systemPrograms(): Promise<readonly { major: number; folder: string }[]> {
  const names = existsSync(SYSTEM) ? await readdir(SYSTEM) : [];
  return names
    .map((name) => ({ major: Number(name), folder: join(SYSTEM, name, 'bin') }))
    .filter(({ major, folder }) => major >= OLDEST_MAJOR && existsSync(join(folder, 'initdb')))
    .sort((a, b) => a.major - b.major);
}
