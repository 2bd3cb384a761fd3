import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Marks a file as written by a test, in case a killed run leaves it behind. */
const MARK = { '//': 'made by a test of sansheng; may be deleted' };

/** Where tests write, and nobody else. */
export const TEST_POLICIES = {
  chromium: '/etc/chromium/policies/managed/sansheng-test.json',
  firefox: '/etc/firefox/policies/policies.json',
} as const;

/** A run that was killed leaves its policies behind, and every later browser would obey them. */
export async function removeLeftPolicies(): Promise<void> {
  for (const path of Object.values(TEST_POLICIES)) {
    const left = await readFile(path, 'utf8').catch(() => '');
    if (left.includes(MARK['//'])) await rm(path);
  }
}

/**
 * Writes a browser's policy file; returns a function that removes it with its new folders. Refuses
 * to overwrite a file that is not a test's.
 */
export async function writePolicyFile(path: string, policy: object): Promise<() => Promise<void>> {
  const existing = await readFile(path, 'utf8').catch(() => null);
  if (existing !== null && !existing.includes(MARK['//'])) {
    throw new Error(`${path} exists and is not ours: this test would overwrite it.`);
  }
  const made = await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ ...MARK, ...policy }));
  return async () => {
    await rm(path, { force: true });
    for (
      let folder = dirname(path);
      made !== undefined && folder.startsWith(made);
      folder = dirname(folder)
    ) {
      await rmdir(folder);
    }
  };
}

/** True if this user may write policies for the machine. In CI a test fails otherwise. */
export const MAY_WRITE_POLICIES = process.getuid?.() === 0 || process.env['CI'] !== undefined;
