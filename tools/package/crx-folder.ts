import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/**
 * Copies a built extension for packing with one's own key. The manifest's `key` fixes the id of the published build;
 * in a crx the id comes from the key that signs it, so the field goes.
 */
export function makeCrxFolder(built: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(built, folder, { recursive: true });
  const manifestPath = join(folder, 'manifest.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(readFileSync(manifestPath, 'utf8')));
  const entries = Object.entries(manifest).filter(([name]) => name !== 'key');
  writeFileSync(manifestPath, JSON.stringify(Object.fromEntries(entries)));
}
