import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/**
 * Copies a built extension for packing with an own key. The manifest's `key` fixes the published
 * id; in a crx the signing key gives the id, so the field is removed.
 */
export function makeCrxFolder(built: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(built, folder, { recursive: true });
  const manifestPath = join(folder, 'manifest.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(readFileSync(manifestPath, 'utf8')));
  const entries = Object.entries(manifest).filter(([name]) => name !== 'key');
  writeFileSync(manifestPath, JSON.stringify(Object.fromEntries(entries)));
}
