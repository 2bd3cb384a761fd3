import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

const manifestSchema = v.looseObject({
  permissions: v.array(v.string()),
  optional_permissions: v.array(v.string()),
  optional_host_permissions: v.array(v.string()),
});

/**
 * A copy of the built extension with its optional permissions granted, because a test cannot press
 * the browser's own prompt. Throws if the shipped manifest asks for pages at once.
 */
export async function permittedExtension(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sansheng-permitted-'));
  await cp(resolve(process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3'), path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = v.parse(manifestSchema, JSON.parse(await readFile(file, 'utf8')));
  if ('host_permissions' in manifest || 'content_scripts' in manifest) {
    throw new Error('The extension reads pages without having asked.');
  }
  const { permissions, optional_host_permissions: pages } = manifest;
  const granted = { ...manifest, permissions: [...permissions, 'scripting'], host_permissions: pages };
  await writeFile(
    file,
    JSON.stringify({ ...granted, optional_permissions: [], optional_host_permissions: [] }),
  );
  return { path, remove: () => rm(path, { recursive: true }) };
}
