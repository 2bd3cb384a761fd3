import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ProfileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The content of every file in a folder. */
export async function filesIn(folder: string): Promise<readonly ProfileFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(name) })));
}

/** Files that contain a text. Chromium writes strings as Latin-1, UTF-16 or UTF-8. */
export function seenIn(files: readonly ProfileFile[], text: string): readonly string[] {
  const spellings = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return files.filter(({ bytes }) => spellings.some((one) => bytes.includes(one))).map(({ name }) => name);
}
