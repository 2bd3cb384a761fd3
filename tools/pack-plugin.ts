import { join } from 'node:path';
import { compilePack, SCRIPTS_DIR } from './compile-pack.ts';

/** The part of a Vite plugin that is used here; WXT and Vitest bring their own Vite. */
interface PackPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  load(this: PackPluginContext, id: string): string | null;
}

interface PackPluginContext {
  addWatchFile(file: string): void;
}

/**
 * `import { pack } from '../scripts/pack.yaml'` gives the compiled pack of all files in scripts/. A
 * build with an invalid pack fails with its problems. The type is in tools/pack-module.d.ts.
 */
export function packPlugin(): PackPlugin {
  return {
    name: 'sansheng-pack',
    enforce: 'pre',
    load(id) {
      if (id.split('?')[0] !== join(SCRIPTS_DIR, 'pack.yaml')) return null;
      const compiled = compilePack();
      for (const file of compiled.files) this.addWatchFile(file);
      if (!compiled.ok) throw new Error(`The script pack is not sound:\n${compiled.problems.join('\n')}`);
      return `export const pack = JSON.parse(${JSON.stringify(JSON.stringify(compiled.pack))});`;
    },
  };
}
