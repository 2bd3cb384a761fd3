import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Pack } from '../../contract/pack/pack.ts';
import { packOfFiles } from '../../contract/pack/pack-of-files.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';

/** Beside the server's own folder, also in the tarball (tools/package-server.ts). */
const SCRIPTS = new URL('../../scripts/', import.meta.url);

let known: Pack | null = null;

/** The pack that teams without a release use. Read once, when it is first needed. */
export function shippedPack(): Pack {
  known ??= readPack();
  return known;
}

function readPack(): Pack {
  const read = (file: string): unknown => parse(readFileSync(new URL(file, SCRIPTS), 'utf8'));
  const readAll = (folder: string) => {
    const place = new URL(`${folder}/`, SCRIPTS);
    const files = existsSync(place) ? readdirSync(place) : [];
    return files
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => read(`${folder}/${name}`));
  };
  const parsed = parsePack(packOfFiles(read, readAll));
  if (!parsed.ok) throw new Error('The pack in scripts/ is not valid.');
  return parsed.pack;
}
