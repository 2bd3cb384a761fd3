import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The built extension with leave to reach servers on this machine: a browser without a person can't be asked for it. The page asks
 * all the same, and the browser answers that it has it. Remove the folder when done.
 */
export async function extensionThatReaches(origin: string): Promise<string> {
  const built = resolve(process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3');
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-reaches-'));
  await cp(built, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`Not a manifest: ${path}`);
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [`${origin}/*`] }));
  return folder;
}
