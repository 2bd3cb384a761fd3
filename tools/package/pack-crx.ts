import { chmodSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../suite/run-command.ts';

/** Chromium itself packs and signs: `chromium --pack-extension`. Throws if it could not. */
export async function packCrx(folder: string, key: string, crx: string): Promise<void> {
  const profile = join(tmpdir(), `sansheng-pack-${process.pid}`);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = [`--pack-extension=${resolve(folder)}`, `--pack-extension-key=${resolve(key)}`];
  const packed = await runCommand([
    'chromium',
    '--headless=new',
    ...root,
    `--user-data-dir=${profile}`,
    ...flags,
  ]);
  rmSync(profile, { recursive: true, force: true });
  if (!packed) throw new Error('Chromium did not pack the extension: see above.');
  // Chromium writes the crx beside the folder, readable by its owner alone; a web server must read
  // it.
  renameSync(`${resolve(folder)}.crx`, crx);
  chmodSync(crx, 0o644);
}
