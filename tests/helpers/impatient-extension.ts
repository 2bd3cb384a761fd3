import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A copy of the built extension whose pack has other thresholds, as a lead may set them.
 * `wait.seconds`
 * are the `seconds` of each `wait`.
 */
export async function impatientExtension(
  thresholds: Readonly<Record<string, number>>,
  built = process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3',
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sansheng-impatient-'));
  await cp(resolve(built), path, { recursive: true });
  const missing = new Set(Object.keys(thresholds));
  for (const name of await readdir(path, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const script = await readFile(join(path, name), 'utf8');
    let changed = script;
    for (const [threshold, value] of Object.entries(thresholds)) {
      const keys = threshold.split('.').map((key) => `(?:"${key}"|${key}):`);
      const place = new RegExp(`(${keys.join('\\{')})\\d+(?=[,}])`, 'g');
      changed = changed.replaceAll(place, (_, key: string) => {
        missing.delete(threshold);
        return `${key}${value}`;
      });
    }
    if (changed !== script) await writeFile(join(path, name), changed);
  }
  if (missing.size > 0) throw new Error(`The built pack has no ${[...missing].join(', ')}.`);
  return { path, remove: () => rm(path, { recursive: true }) };
}
