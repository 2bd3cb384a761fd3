import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A copy of the built extension that may reach servers on this machine: nobody can press the
 * browser's prompt. The page still asks, and the browser answers yes. `permissions`: further
 * granted ones. Remove the folder afterwards.
 */
export async function extensionThatReaches(
  origin: string,
  permissions: readonly string[] = [],
): Promise<string> {
  const built = resolve(process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3');
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-reaches-'));
  await cp(built, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`Not a manifest: ${path}`);
  const granted =
    'permissions' in manifest && Array.isArray(manifest.permissions) ? manifest.permissions : [];
  const reaching = { host_permissions: [`${origin}/*`], permissions: [...granted, ...permissions] };
  await writeFile(path, JSON.stringify({ ...manifest, ...reaching }));
  return folder;
}

/**
 * Changes the copy so that what the phone host does each minute or two it does each second. A call
 * may still ring for three minutes.
 */
export async function hurryPhoneHost(folder: string): Promise<void> {
  await writeFile(join(folder, 'hurry.js'), HURRY);
  const page = join(folder, 'offscreen.html');
  const html = await readFile(page, 'utf8');
  const hurried = html.replace('<head>', '<head><script src="/hurry.js"></script>');
  if (hurried === html) throw new Error(`No head in ${page}`);
  await writeFile(page, hurried);
}

const HURRY = `for (const timer of ['setTimeout', 'setInterval']) {
  const real = globalThis[timer];
  globalThis[timer] = (run, ms, ...more) => real(run, ms >= 60_000 && ms < 180_000 ? 1_000 : ms, ...more);
}`;
